using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Streamix.Users.Account.Accounts;

/// <summary>Language tags of the form language, script, region (BCP 47 without variants and extensions), in their canonical case.</summary>
internal static class Locales
{
    public const int Longest = 12;

    private static readonly FrozenSet<string> Languages = FrozenSet.ToFrozenSet(
        """
        aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd
        gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg
        mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss
        st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);

    /// <summary>Three-letter languages are taken by their form, two-letter ones must be in ISO 639-1; regions are ISO 3166-1 or UN M.49 numbers.</summary>
    public static bool TryCanonical(string tag, [NotNullWhen(true)] out string? canonical)
    {
        canonical = null;
        if (tag.Length > Longest)
            return false;
        var parts = tag.Split('-');
        var language = parts[0].ToLowerInvariant();
        if (!(language.Length == 2 ? Languages.Contains(language) : language.Length == 3 && language.All(char.IsAsciiLetterLower)))
            return false;

        List<string> result = [language];
        var next = 1;
        if (next < parts.Length && parts[next].Length == 4 && parts[next].All(char.IsAsciiLetter))
            result.Add($"{char.ToUpperInvariant(parts[next][0])}{parts[next++][1..].ToLowerInvariant()}");
        if (next < parts.Length && IsRegion(parts[next].ToUpperInvariant()))
            result.Add(parts[next++].ToUpperInvariant());
        canonical = next == parts.Length ? string.Join('-', result) : null;
        return canonical is not null;
    }

    private static bool IsRegion(string text) => text.Length == 3 ? text.All(char.IsAsciiDigit) : Countries.Knows(text);
}
