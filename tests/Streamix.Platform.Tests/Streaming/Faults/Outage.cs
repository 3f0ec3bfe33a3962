namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>How long what viewers want was not to be had when something was killed.</summary>
/// <param name="Back">Until it was well again.</param>
/// <param name="Kept">How long positions had to wait.</param>
internal sealed record Outage(string Victim, TimeSpan Back, TimeSpan Segments, TimeSpan Heartbeats, TimeSpan Kept, TimeSpan Starts)
{
    public const string History = "streaming-watch-history";
    public const string Orchestrator = "streaming-cdn-orchestrator";
    public const string Rights = "streaming-rights";

    /// <summary>What plays goes on, whoever is dead. Positions wait for the history alone, and starts for those who decide on them: not for Redis.</summary>
    public bool IsWithin(TimeSpan promised) =>
        Segments <= promised && Heartbeats <= promised
        && Kept <= (Victim == History ? Back + promised : promised)
        && Starts <= (Victim is Orchestrator or Rights ? Back + promised : promised);

    public override string ToString() =>
        $"{Victim,-28} back after {Back.TotalSeconds,5:0.0} s; longest without segments {Segments.TotalSeconds:0.00} s, heartbeats {Heartbeats.TotalSeconds:0.00} s, "
        + $"positions kept {Kept.TotalSeconds:0.00} s, starts {Starts.TotalSeconds:0.00} s";
}
