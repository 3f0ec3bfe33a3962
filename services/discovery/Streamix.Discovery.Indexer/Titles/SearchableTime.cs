namespace Streamix.Discovery.Indexer.Titles;

/// <summary>How long one change took from the catalog to the index.</summary>
internal sealed class SearchableTime
{
    public Guid Id { get; init; }

    public Guid TitleId { get; init; }

    public long Revision { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public DateTimeOffset SearchableAt { get; init; }

    public double Seconds { get; init; }
}
