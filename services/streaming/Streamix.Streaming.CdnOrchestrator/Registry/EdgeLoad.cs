using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Registry;

/// <summary>The last report of an edge.</summary>
internal sealed class EdgeLoad
{
    public string Name { get; init; } = "";

    public DateTimeOffset ReportedAt { get; init; }

    /// <summary>See <see cref="EdgeStates"/>.</summary>
    public string State { get; init; } = "";

    public long BitsPerSecond { get; init; }

    public int Connections { get; init; }

    public double HitRatio { get; init; }

    public long CacheBytes { get; init; }

    /// <summary>Ids of the path keys it accepts.</summary>
    public string[] Keys { get; init; } = [];

    public static EdgeLoad Of(string name, EdgeReport report, DateTimeOffset now) => new()
    {
        Name = name,
        ReportedAt = now,
        State = report.State,
        BitsPerSecond = report.BitsPerSecond,
        Connections = report.Connections,
        HitRatio = report.HitRatio,
        CacheBytes = report.CacheBytes,
        Keys = [.. report.Keys],
    };
}
