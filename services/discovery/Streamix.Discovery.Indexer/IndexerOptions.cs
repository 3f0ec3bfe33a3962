namespace Streamix.Discovery.Indexer;

/// <summary>Section <c>Indexer</c>.</summary>
internal sealed class IndexerOptions
{
    /// <summary>Documents asked of the catalog at once, 1 to 500.</summary>
    public int Batch { get; set; } = 100;

    /// <summary>How often a replica looks for work.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>A job whose worker was not heard of for so long goes on elsewhere.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often index and catalog are compared, and what differs repaired; zero for never.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long the times of single titles are kept.</summary>
    public TimeSpan TimesKept { get; set; } = TimeSpan.FromDays(7);
}
