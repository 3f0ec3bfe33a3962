using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Contracts.Searching;

/// <summary>A page of hits.</summary>
/// <param name="Items">In order.</param>
/// <param name="People">Those whose names match, with how much of them may be seen; on the first page only.</param>
/// <param name="Facets">When asked for.</param>
/// <param name="Total">When facets were asked for.</param>
/// <param name="Corrected">The text as it was understood, when that is another one.</param>
/// <param name="Next">Pass it as <c>after</c>; null on the last page.</param>
/// <param name="Explanation">For operators who asked.</param>
public sealed record SearchResult(
    IReadOnlyList<TitleHit> Items,
    IReadOnlyList<FoundPerson> People,
    IReadOnlyList<FacetCounts> Facets,
    HitCount? Total,
    [property: Example("\"the matrix\"")] string? Corrected,
    [property: Example("\"AZwbflMvwRfQ\"")] string? Next,
    Explanation? Explanation);

/// <summary>A title that was found.</summary>
/// <param name="TitleId">The title.</param>
/// <param name="Kind"><c>movie</c>, <c>series</c> or <c>episode</c>.</param>
/// <param name="Format">As people sort them.</param>
/// <param name="SeriesId">For episodes.</param>
/// <param name="Slug">For addresses.</param>
/// <param name="Title">In the reader's language, or the nearest there is.</param>
/// <param name="OriginalTitle">In the original language.</param>
/// <param name="Tagline">One line.</param>
/// <param name="Year">Of the first release.</param>
/// <param name="Genres">Genres.</param>
/// <param name="Rating">The age rating of the reader's country.</param>
/// <param name="RuntimeSeconds">Null for series.</param>
/// <param name="Poster">Its address below the public artwork route.</param>
/// <param name="Highlights">What matched.</param>
/// <param name="Score">For operators who asked: what the score is made of.</param>
public sealed record TitleHit(
    Guid TitleId,
    [property: Example("movie")] string Kind,
    [property: Example("movie")] string Format,
    Guid? SeriesId,
    [property: Example("the-matrix-1999")] string Slug,
    [property: Example("\"The Matrix\"")] string Title,
    [property: Example("\"The Matrix\"")] string OriginalTitle,
    string? Tagline,
    [property: Example("1999")] int? Year,
    IReadOnlyList<string> Genres,
    HitRating? Rating,
    [property: Example("8160")] int? RuntimeSeconds,
    string? Poster,
    HitHighlights Highlights,
    IReadOnlyDictionary<string, double>? Score);

/// <summary>An age rating.</summary>
/// <param name="Label">As the board writes it.</param>
/// <param name="MinimumAge">In years.</param>
public sealed record HitRating([property: Example("\"16\"")] string Label, [property: Example("16")] int MinimumAge);

/// <summary>What matched, as pieces of plain text: show them as text, never as markup.</summary>
/// <param name="Title">The title; null when nothing of it matched.</param>
/// <param name="Synopsis">A part of the synopsis; null when nothing of it matched.</param>
public sealed record HitHighlights(IReadOnlyList<TextPiece>? Title, IReadOnlyList<TextPiece>? Synopsis);

/// <summary>A piece of text.</summary>
/// <param name="Text">Plain.</param>
/// <param name="Match">True for what was looked for.</param>
public sealed record TextPiece([property: Example("\"Matrix\"")] string Text, bool Match);

/// <summary>Somebody whose name matches.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Titles">How many titles with them may be seen.</param>
public sealed record FoundPerson(Guid PersonId, [property: Example("\"Keanu Reeves\"")] string Name, long Titles);

/// <summary>Counts of one property; its own filter is left out of them.</summary>
/// <param name="Name"><c>kind</c>, <c>format</c>, <c>genre</c>, <c>tag</c>, <c>decade</c>, <c>language</c>, <c>rating</c>, <c>age</c>.</param>
/// <param name="Values">Values with their counts.</param>
public sealed record FacetCounts([property: Example("genre")] string Name, IReadOnlyList<FacetCount> Values);

/// <summary>A value and how many hits have it.</summary>
public sealed record FacetCount([property: Example("drama")] string Value, [property: Example("42")] long Count);

/// <summary>How many hits there are.</summary>
/// <param name="Count">So many, or at least so many.</param>
/// <param name="IsExact">False when counting stopped.</param>
public sealed record HitCount([property: Example("42")] long Count, bool IsExact);

/// <summary>What is behind a page, for operators.</summary>
/// <param name="Engine">Which engine answered.</param>
/// <param name="Query">What it was asked, in its own words.</param>
/// <param name="Corrections">Words that no title has, and what was taken instead.</param>
/// <param name="Broad">No title has all words, so that any of them had to do.</param>
/// <param name="Country">On behalf of whom: where; null when unknown.</param>
/// <param name="Maturity">On behalf of whom: up to which age rating, in years.</param>
public sealed record Explanation(
    string Engine, string Query, IReadOnlyDictionary<string, IReadOnlyList<string>> Corrections, bool Broad, [property: Example("DE")] string? Country, [property: Example("18")] int Maturity);
