using Streamix.Discovery.Index.Queries;

namespace Streamix.Discovery.Index.Answers;

/// <summary>One page.</summary>
/// <param name="Hits">In order.</param>
/// <param name="Next">Null on the last page.</param>
/// <param name="Facets">Empty unless asked for.</param>
/// <param name="People">Empty unless asked for; only those with a title the viewer may see.</param>
/// <param name="Total">Null unless facets were asked for.</param>
/// <param name="Corrected">The text as it was understood, when that is another one.</param>
/// <param name="Explanation">Null unless asked for.</param>
public sealed record SearchPage(
    IReadOnlyList<SearchHit> Hits,
    SearchPosition? Next,
    IReadOnlyList<Facet> Facets,
    IReadOnlyList<PersonHit> People,
    SearchTotal? Total,
    string? Corrected,
    SearchExplanation? Explanation);

/// <summary>How many hits there are.</summary>
/// <param name="Count">So many, or at least so many.</param>
/// <param name="IsExact">False when counting stopped.</param>
public sealed record SearchTotal(long Count, bool IsExact);

/// <summary>Somebody whose name matches.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">As people know it.</param>
/// <param name="Titles">How many titles the viewer may see.</param>
public sealed record PersonHit(Guid PersonId, string Name, long Titles);

/// <summary>What is behind a page, for operators.</summary>
/// <param name="Engine">Which engine answered.</param>
/// <param name="Query">What it was asked, in its own words.</param>
/// <param name="Corrections">Words that no title has, and what was taken instead.</param>
/// <param name="Broad">No title has all words, so that any of them had to do.</param>
public sealed record SearchExplanation(string Engine, string Query, IReadOnlyDictionary<string, IReadOnlyList<string>> Corrections, bool Broad);
