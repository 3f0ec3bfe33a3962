using System.Text.RegularExpressions;

namespace Streamix.Comms.Email.Templates;

/// <summary>How a person is addressed. People choose their names: what looks like an advertisement is not carried to anybody's mailbox.</summary>
internal static partial class Salutation
{
    private const int Longest = 60;

    public static string Of(string? name, Phrases phrases) =>
        Clean(name) is { } clean ? phrases["greeting.named"].Replace("{name}", clean, StringComparison.Ordinal) : phrases["greeting"];

    public static string? Clean(string? name)
    {
        var trimmed = name?.Trim();
        return string.IsNullOrEmpty(trimmed) || trimmed.Length > Longest || trimmed.Any(char.IsControl) || Advertising().IsMatch(trimmed) ? null : trimmed;
    }

    [GeneratedRegex(@"[/\\@:<>{}\[\]|$€£%]|\.\S{2,}|www|http|\d{5,}", RegexOptions.IgnoreCase, 10_000)]
    private static partial Regex Advertising();
}
