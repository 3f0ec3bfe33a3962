using System.Collections.Frozen;

namespace Streamix.Media.Catalog.Titles;

/// <summary>Latin letters without their marks. .NET does not take text apart in invariant mode.</summary>
internal static class LatinLetters
{
    private static readonly FrozenDictionary<char, string> Marked = Of(
        ("a", "àáâãäåāăąǎ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ðďđ"), ("e", "èéêëēĕėęěẽ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķ"),
        ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőǒ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"),
        ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżž"), ("and", "&"));

    /// <summary>Small letters and digits; null for whatever is neither.</summary>
    public static string? Plain(char c)
    {
        var small = char.ToLowerInvariant(c);
        return char.IsAsciiLetterLower(small) || char.IsAsciiDigit(small) ? small.ToString() : Marked.GetValueOrDefault(small);
    }

    private static FrozenDictionary<char, string> Of(params (string Plain, string Marked)[] letters) =>
        letters.SelectMany(l => l.Marked.Select(m => (m, l.Plain))).ToFrozenDictionary(p => p.m, p => p.Plain);
}
