using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>A title in a list.</summary>
/// <param name="Title">In the language that fits best.</param>
/// <param name="Language">Of the texts, BCP 47.</param>
/// <param name="RuntimeSeconds">Null for what does not play.</param>
/// <param name="Rating">Where the viewer is; null when there is none.</param>
internal sealed record Card(
    Guid Id, string Kind, string Slug, string Title, string? Tagline, string? Synopsis, string Language, string OriginalTitle, string? Format, int? Number, int? Year, DateOnly? ReleasedOn,
    int? RuntimeSeconds, IReadOnlyList<string> Genres, IReadOnlyList<string> Tags, RatingView? Rating, DateTimeOffset PublishedAt, IReadOnlyList<ArtworkView> Artwork)
{
    public static Card Of(TitleRow t, IReadOnlyList<TitleRating> ratings, Viewer viewer, IReadOnlyList<ArtworkView> artwork)
    {
        var text = Wording.Pick(t, viewer.Languages);
        var runtime = t.Duration is { } seconds ? (int)Math.Round(seconds) : t.RuntimeSeconds;
        return new(t.Id, t.Kind, t.Slug, text?.Title ?? t.OriginalTitle, text?.Tagline, text?.Synopsis, text?.Language ?? t.OriginalLanguage, t.OriginalTitle, t.Format, t.Number,
            t.Year == 0 ? null : t.Year, t.ReleasedOn, runtime, t.Genres, t.Tags, RatingView.Of(Showing.RatingFor(ratings, viewer)), t.PublishedAt, artwork);
    }
}

/// <summary>An age rating.</summary>
/// <param name="Label">As the board writes it.</param>
/// <param name="MinimumAge">In years.</param>
internal sealed record RatingView(string Label, int MinimumAge)
{
    public static RatingView? Of(TitleRating? rating) => rating is null ? null : new(rating.Label, rating.MinimumAge);
}
