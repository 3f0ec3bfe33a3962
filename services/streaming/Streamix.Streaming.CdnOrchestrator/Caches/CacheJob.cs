using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Caches;

/// <summary>Something that edges are to do with their caches.</summary>
internal sealed class CacheJob
{
    public const int LongestPrefix = 400;
    public const int LongestReason = 200;

    /// <param name="dueAt">Now, unless told.</param>
    public CacheJob(
        Guid id, string kind, string prefix, IReadOnlyList<string> renditions, long? mostBytes, string reason, IEnumerable<string> edges, DateTimeOffset now, DateTimeOffset? dueAt = null)
    {
        (Id, Kind, Prefix, Renditions, MostBytes, Reason, CreatedAt, DueAt) = (id, kind, prefix, [.. renditions], mostBytes, reason, now, dueAt ?? now);
        Parts = [.. edges.Select(edge => new CacheJobPart { JobId = id, Edge = edge })];
    }

    private CacheJob()
    {
    }

    public Guid Id { get; private set; }

    /// <summary>See <see cref="CacheKinds"/>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>All below it; one object when it does not end in a slash.</summary>
    public string Prefix { get; private set; } = "";

    public string[] Renditions { get; private set; } = [];

    public long? MostBytes { get; private set; }

    /// <summary>Why, in the operator's words.</summary>
    public string Reason { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Edges are not told of it before.</summary>
    public DateTimeOffset DueAt { get; private set; }

    public List<CacheJobPart> Parts { get; private set; } = [];
}

/// <summary>The share of one edge.</summary>
internal sealed class CacheJobPart
{
    public const int LongestError = 300;
    public const string Waiting = "waiting";

    public Guid JobId { get; init; }

    public string Edge { get; init; } = "";

    /// <summary><see cref="Waiting"/>, or one of <see cref="CacheStates"/>.</summary>
    public string State { get; init; } = Waiting;

    public int Objects { get; init; }

    public long Bytes { get; init; }

    public string? Error { get; init; }

    public DateTimeOffset? EndedAt { get; init; }
}
