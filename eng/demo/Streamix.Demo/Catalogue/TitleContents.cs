namespace Streamix.Demo.Catalogue;

/// <summary>A title as the API takes it. What stands on a series or a film its parts inherit.</summary>
internal static class TitleContents
{
    private const string Source = "streamix-demo";

    public static object Of(Showing showing, IReadOnlyList<object> credits)
    {
        var (entry, head) = (showing.Entry, showing.IsHead);
        return new
        {
            OriginalTitle = showing.En.Title,
            OriginalLanguage = "en",
            showing.Number,
            showing.Slug,
            Format = head ? entry.Format : null,
            Year = (int?)entry.Year,
            RuntimeSeconds = showing.Film is { } film ? (int?)film.Seconds : null,
            Promotion = head ? entry.Promotion : 0,
            Genres = head ? entry.Genres : [],
            Tags = head ? entry.Tags ?? [] : [],
            Countries = head ? entry.Countries ?? [] : [],
            Texts = new[] { Text("en", showing.En), Text("ar", showing.Ar) },
            Ratings = head ? new[] { new { Territory = "*", Label = entry.Age == 0 ? "All" : $"{entry.Age}+", MinimumAge = entry.Age } } : [],
            Availability = head ? new[] { new { Territory = "*", From = "1970-01-01T00:00:00Z" } } : [],
            Credits = credits,
            ExternalIds = new[] { new { Source, Value = showing.Slug } },
        };
    }

    private static object Text(string language, Wording wording) => new { Language = language, wording.Title, wording.Tagline, wording.Synopsis };
}
