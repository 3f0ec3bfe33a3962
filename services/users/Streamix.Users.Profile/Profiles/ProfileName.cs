using System.Globalization;
using System.Text;

namespace Streamix.Users.Profile.Profiles;

/// <summary>What profiles may be called, and which names count as the same.</summary>
internal static class ProfileName
{
    /// <summary>UTF-16 code units.</summary>
    public const int Longest = 30;

    private const char NonJoiner = '\u200c';
    private const char Joiner = '\u200d';
    private const string Nameless = "Profile";

    /// <summary>Without blanks around it, and with single ones inside.</summary>
    public static string Clean(string name) => string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>Something to see, and nothing that hides or turns text around. Joiners are part of some scripts and of emoji.</summary>
    public static bool IsVisible(string? name) =>
        name is not null && name.EnumerateRunes().Any(IsInk) && !name.EnumerateRunes().Any(r => IsHidden(r) && r.Value is not (NonJoiner or Joiner));

    /// <summary>Equal for names that differ in case or joiners only. The database normalises it (NFKC) before it compares.</summary>
    public static string Fold(string name)
    {
        var text = new StringBuilder(name.Length);
        foreach (var rune in name.EnumerateRunes())
            if (!IsHidden(rune))
                text.Append(Rune.ToUpperInvariant(rune));
        return text.ToString();
    }

    /// <summary>A name that keeps the rules, made of any text.</summary>
    public static string From(string text)
    {
        var name = new StringBuilder();
        foreach (var rune in Clean(text).EnumerateRunes().Where(r => !IsHidden(r)))
        {
            if (name.Length + rune.Utf16SequenceLength > Longest)
                break;
            name.Append(rune);
        }
        return name.ToString().Trim() is var cut && IsVisible(cut) ? cut : Nameless;
    }

    /// <summary>The name with a number, cut to fit.</summary>
    public static string Numbered(string name, int number)
    {
        var end = string.Create(CultureInfo.InvariantCulture, $" {number}");
        var cut = name.Length + end.Length <= Longest ? name : name[..(Longest - end.Length)];
        return (char.IsHighSurrogate(cut[^1]) ? cut[..^1] : cut).TrimEnd() + end;
    }

    private static bool IsInk(Rune rune) => Rune.IsLetterOrDigit(rune) || Rune.IsSymbol(rune) || Rune.IsPunctuation(rune);

    private static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
