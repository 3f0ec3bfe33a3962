namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>What a job does.</summary>
internal enum JobKind
{
    /// <summary>Fills another index beside the live one and switches to it.</summary>
    Rebuild,

    /// <summary>Compares index and catalog.</summary>
    Check,

    /// <summary>Compares them and mends what differs.</summary>
    Repair,
}

internal enum JobState
{
    Running,
    Finished,
    Failed,
    Cancelled,
}

/// <summary>
/// A rebuild or a check. It goes on from its cursor after a crash, on whichever replica has the lease; each taking of it has another number,
/// and a worker that lost it writes nothing more here.
/// </summary>
internal sealed class Job
{
    public const int LongestReason = 500;

    private Job()
    {
    }

    public Guid Id { get; private set; }

    public JobKind Kind { get; private set; }

    public JobState State { get; private set; }

    /// <summary>The index that a rebuild fills; null until it is made.</summary>
    public string? Generation { get; set; }

    public string Reason { get; private set; } = "";

    public string StartedBy { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public string? Error { get; private set; }

    /// <summary>The last title that is done with.</summary>
    public Guid? Cursor { get; set; }

    /// <summary>Titles of the catalog seen so far.</summary>
    public long Seen { get; set; }

    /// <summary>In the catalog, but not in the index.</summary>
    public long Missing { get; set; }

    /// <summary>In the index in an older revision.</summary>
    public long Stale { get; set; }

    /// <summary>In the index, but not for viewers any more.</summary>
    public long Surplus { get; set; }

    public long Repaired { get; set; }

    public int LeaseNumber { get; private set; }

    public DateTimeOffset LeasedUntil { get; private set; }

    public long Drift => Missing + Stale + Surplus;

    public static Job Start(JobKind kind, string reason, string startedBy, DateTimeOffset now) =>
        new() { Id = Guid.CreateVersion7(now), Kind = kind, State = JobState.Running, Reason = reason, StartedBy = startedBy, StartedAt = now, LeasedUntil = now };

    public void End(JobState state, string? error, DateTimeOffset now) =>
        (State, EndedAt, Error) = (state, now, error is { Length: > LongestReason } ? error[..LongestReason] : error);
}
