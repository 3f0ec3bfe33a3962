namespace Streamix.Discovery.Index.Queries;

/// <summary>A search.</summary>
public sealed record SearchQuery
{
    /// <summary>The longest text that is looked at.</summary>
    public const int LongestText = 200;

    /// <summary>What somebody typed; null or blank browses.</summary>
    public string? Text { get; init; }

    /// <summary>On whose behalf.</summary>
    public required Viewer Viewer { get; init; }

    /// <summary>The language of the reader, BCP 47: whose texts are shown, and whose grammar the words of the query follow.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Everything given must hold.</summary>
    public SearchFilters Filters { get; init; } = SearchFilters.None;

    /// <summary>Without a text, relevance is popularity.</summary>
    public SearchSort Sort { get; init; }

    /// <summary>Hits per page.</summary>
    public int Limit { get; init; } = 20;

    /// <summary>The <c>Next</c> of the page before.</summary>
    public SearchPosition? After { get; init; }

    /// <summary>Whether to count.</summary>
    public bool Facets { get; init; }

    /// <summary>Whether to look for people too.</summary>
    public bool People { get; init; }

    /// <summary>Whether to say why.</summary>
    public bool Explain { get; init; }

    /// <summary>True when there is nothing to look for.</summary>
    public bool IsBrowsing => string.IsNullOrWhiteSpace(Text);

    /// <summary>The sort that is meant.</summary>
    public SearchSort EffectiveSort => Sort == SearchSort.Relevance && IsBrowsing ? SearchSort.Popularity : Sort;
}
