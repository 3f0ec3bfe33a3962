using Streamix.Discovery.Contracts.Searching;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Discovery.Search.Searching;

/// <summary>Pages as clients see them.</summary>
internal static class SearchViews
{
    public static SearchResult ToResult(this SearchPage page, SearchQuery query) => new(
        [.. page.Hits.Select(h => View(h, query.Viewer))],
        [.. page.People.Select(p => new FoundPerson(p.PersonId, p.Name, p.Titles))],
        [.. page.Facets.Select(f => new FacetCounts(f.Name, [.. f.Values.Select(v => new FacetCount(v.Value, v.Count))]))],
        page.Total is { } total ? new(total.Count, total.IsExact) : null,
        page.Corrected,
        SearchCursor.Write(query, page.Next),
        page.Explanation is { } why ? new(why.Engine, why.Query, why.Corrections, why.Broad, query.Viewer.Country, query.Viewer.Maturity) : null);

    private static TitleHit View(SearchHit hit, Viewer viewer)
    {
        var document = hit.Document;
        return new(
            document.TitleId, document.Kind, document.Format, document.SeriesId, document.Slug, hit.Shown.Title, document.OriginalTitle, hit.Shown.Tagline, document.Year,
            document.Genres, RatingOf(document, viewer.Country), document.RuntimeSeconds, document.Poster, new(Pieces(hit.Title), Pieces(hit.Synopsis)), hit.Parts);
    }

    private static HitRating? RatingOf(TitleDocument document, string? country) =>
        (document.Ratings.FirstOrDefault(r => r.Territory == country) ?? document.Ratings.FirstOrDefault(r => r.Territory == "*")) is { } rating
            ? new(rating.Label, rating.MinimumAge)
            : null;

    private static IReadOnlyList<TextPiece>? Pieces(IReadOnlyList<TextPart>? parts) => parts is null ? null : [.. parts.Select(p => new TextPiece(p.Text, p.Match))];
}
