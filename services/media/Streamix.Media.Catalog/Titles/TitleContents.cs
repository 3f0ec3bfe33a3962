namespace Streamix.Media.Catalog.Titles;

internal static class TitleContents
{
    /// <summary>What editors wrote, read back from a title with all its parts; lists in a lasting order.</summary>
    public static TitleContent Of(Title t) =>
        new(t.OriginalTitle, t.OriginalLanguage, t.Number, t.Slug, t.Format, t.ReleasedOn, t.Year == 0 ? null : t.Year, t.RuntimeSeconds, t.Promotion)
        {
            Genres = [.. t.Genres],
            Tags = [.. t.Tags],
            Countries = [.. t.Countries],
            Texts = [.. t.Texts.OrderBy(x => x.Language, StringComparer.Ordinal).Select(x => new TextContent(x.Language, x.Title, x.Tagline, x.Synopsis))],
            Ratings = [.. t.Ratings.OrderBy(r => r.Territory, StringComparer.Ordinal).Select(r => new RatingContent(r.Territory, r.Label, r.MinimumAge))],
            Availability = [.. t.Windows.OrderBy(w => w.Territory, StringComparer.Ordinal).ThenBy(w => w.From).Select(w => new WindowContent(w.Territory, w.From, w.Until))],
            Credits = [.. t.Credits.OrderBy(c => c.Position).Select(c => new CreditContent(c.PersonId, c.Department, c.Character))],
            ExternalIds = [.. t.ExternalIds.OrderBy(e => e.Source, StringComparer.Ordinal).Select(e => new ExternalIdContent(e.Source, e.Value))],
        };
}
