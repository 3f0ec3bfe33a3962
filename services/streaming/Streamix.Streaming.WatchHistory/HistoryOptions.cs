using System.ComponentModel.DataAnnotations;

namespace Streamix.Streaming.WatchHistory;

/// <summary>Section <c>History</c>.</summary>
internal sealed class HistoryOptions
{
    internal const string Section = "History";

    private const string Nothing = "00:00:00";

    /// <summary>How long positions are gathered before they are written together.</summary>
    [Range(typeof(TimeSpan), Nothing, "00:00:10", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Gather { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Positions that one transaction writes at most.</summary>
    [Range(1, 10_000)]
    public int Together { get; set; } = 500;

    /// <summary>Calls that may wait to be written; more are sent away.</summary>
    [Range(1, 1_000_000)]
    public int Waiting { get; set; } = 20_000;

    /// <summary>How far a player's clock may be ahead of ours before it is set back.</summary>
    [Range(typeof(TimeSpan), Nothing, "1.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan Ahead { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>The share after which a title counts as watched where nobody knows of its credits.</summary>
    [Range(0.5, 1.0)]
    public double CompletedShare { get; set; } = 0.95;

    /// <summary>What was watched for less is not offered to go on with: seconds, or a fiftieth of what is short.</summary>
    public double LeastSeconds { get; set; } = 10;

    /// <summary>How long a reader waits for the catalog, whatever it has to ask.</summary>
    [Range(typeof(TimeSpan), "00:00:00.001", "00:00:30", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FactsBudget { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Facts of titles are asked for again after this time at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "365.00:00:00", ParseLimitsInInvariantCulture = true)]
    public TimeSpan FactsKept { get; set; } = TimeSpan.FromHours(12);
}
