namespace Streamix.Streaming.Rights.Copies;

/// <summary>What is known of an account. Revisions of what no event has told are -1.</summary>
internal sealed class KnownAccount
{
    public Guid AccountId { get; init; }

    public string? Status { get; init; }

    public long StatusRevision { get; init; } = -1;

    /// <summary>ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    public long CountryRevision { get; init; } = -1;
}
