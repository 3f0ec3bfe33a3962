using System.Text.RegularExpressions;

namespace Streamix.Users.Contracts.Languages;

/// <summary>Language tags (BCP 47): language, script, region and variants, as <c>pt-BR</c>, <c>zh-Hant-TW</c> or <c>sl-rozaj</c>. No extensions, no private use.</summary>
public static partial class LanguageTag
{
    /// <summary>The longest tag taken (RFC 5646, 4.4.1).</summary>
    public const int Longest = 35;

    /// <summary>True when the tag is well formed.</summary>
    public static bool IsValid(string? tag) => tag is { Length: <= Longest } && Form().IsMatch(tag);

    /// <summary>The tag in its usual case (RFC 5646, 2.1.1).</summary>
    /// <exception cref="FormatException">The tag is not well formed.</exception>
    public static string Canonical(string tag)
    {
        if (!IsValid(tag))
            throw new FormatException("Not a language tag.");
        var parts = tag.ToLowerInvariant().Split('-');
        for (var i = 1; i < parts.Length; i++)
            parts[i] = parts[i].Length switch
            {
                2 => parts[i].ToUpperInvariant(),
                4 when char.IsAsciiLetter(parts[i][0]) => char.ToUpperInvariant(parts[i][0]) + parts[i][1..],
                _ => parts[i],
            };
        return string.Join('-', parts);
    }

    [GeneratedRegex(
        "^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{5,8})(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*\\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Form();
}
