using System.Globalization;
using System.Text;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Titles;

/// <summary>Names in addresses: small letters, digits and single hyphens.</summary>
internal static class Slug
{
    public const int Longest = 120;

    private const string Nameless = "title";

    public static bool IsValid(string slug) =>
        slug.Length is > 0 and <= Longest && slug[0] != '-' && slug[^1] != '-' && !slug.Contains("--", StringComparison.Ordinal)
        && slug.All(c => c is '-' || char.IsAsciiDigit(c) || char.IsAsciiLetterLower(c)) && !Guid.TryParse(slug, out _);

    /// <summary>A slug of any text. Latin letters lose their marks; what has no letters of ours falls back to <paramref name="otherwise"/>.</summary>
    public static string Of(string text, string otherwise = Nameless)
    {
        var slug = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            var plain = LatinLetters.Plain(c);
            if (plain is not null)
                slug.Append(plain);
            else if (c is not ('\'' or '’') && slug.Length > 0 && slug[^1] != '-')
                slug.Append('-');
        }
        var cut = slug.ToString(0, Math.Min(slug.Length, Longest - 20)).Trim('-');
        return cut.Length > 0 && IsValid(cut) ? cut : otherwise;
    }

    /// <summary>What a title is called in addresses unless editors say.</summary>
    public static string For(string kind, string? parentSlug, TitleContent content) => kind switch
    {
        TitleKinds.Season => $"{parentSlug}-s{Two(content.Number)}",
        TitleKinds.Episode => $"{parentSlug}e{Two(content.Number)}",
        TitleKinds.Trailer => Cut($"{parentSlug}-{Of(content.OriginalTitle, "trailer")}"),
        _ => Of(content.OriginalTitle),
    };

    /// <summary>The next one to try when a slug is taken.</summary>
    public static string Another(string slug, int attempt, int year) =>
        attempt == 1 && year > 0 ? Cut(slug, 5) + string.Create(CultureInfo.InvariantCulture, $"-{year}") : Cut(slug, 12) + string.Create(CultureInfo.InvariantCulture, $"-{attempt + 1}");

    private static string Cut(string slug, int room = 0) => (slug.Length > Longest - room ? slug[..(Longest - room)] : slug).Trim('-');

    private static string Two(int? number) => (number ?? 0).ToString("00", CultureInfo.InvariantCulture);
}
