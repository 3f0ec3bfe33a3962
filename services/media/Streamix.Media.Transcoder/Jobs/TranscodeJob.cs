using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Transcoder.Jobs;

/// <summary>The making of a package from an asset. One per asset, whatever happens to it.</summary>
internal sealed class TranscodeJob : IVersioned
{
    public const int LongestFileName = 500;
    public const int LongestCode = 60;
    public const int LongestReason = 1000;
    public const int HighestPriority = 9;

    public TranscodeJob(AssetUploaded asked, DateTimeOffset now)
    {
        Id = Guid.CreateVersion7(now);
        (AssetId, TitleId, Kind, Bytes, Protected) = (asked.AssetId, asked.TitleId, asked.Kind, asked.Bytes, asked.Protected);
        FileName = asked.FileName.Length <= LongestFileName ? asked.FileName : asked.FileName[..LongestFileName];
        Markers = Json.Write(asked.Markers);
        Priority = Math.Clamp(asked.Priority, 0, HighestPriority);
        (CreatedAt, QueuedAt) = (now, now);
    }

    private TranscodeJob()
    {
    }

    public Guid Id { get; private set; }

    public uint Version { get; private set; }

    public Guid AssetId { get; private set; }

    public Guid TitleId { get; private set; }

    public string Kind { get; private set; } = "";

    public string FileName { get; private set; } = "";

    public long Bytes { get; private set; }

    public bool Protected { get; private set; }

    /// <summary>As JSON.</summary>
    public string Markers { get; private set; } = "[]";

    /// <summary>0 to 9; higher is sooner.</summary>
    public int Priority { get; private set; }

    public JobState State { get; private set; }

    public string Stage { get; private set; } = JobStages.Waiting;

    /// <summary>0 to 1; never goes back within a run.</summary>
    public double Fraction { get; private set; }

    /// <summary>Grows with each report.</summary>
    public long Sequence { get; private set; }

    public DateTimeOffset? ReportedAt { get; private set; }

    /// <summary>How often it was begun by somebody's wish; 1 more with each retry.</summary>
    public int Run { get; private set; } = 1;

    /// <summary>The entity tag of the source that was probed; all workers read the same bytes.</summary>
    public string? SourceTag { get; private set; }

    /// <summary>What was found in the source, what is made of it and why, as JSON.</summary>
    public string? Plan { get; private set; }

    /// <summary>The names of the plan's renditions, from the lowest to the highest.</summary>
    public string[] Renditions { get; private set; } = [];

    /// <summary>The package, as JSON; set by the commit that makes it visible.</summary>
    public string? Package { get; private set; }

    /// <summary>The part of its addresses that tells it from the leftovers of other attempts.</summary>
    public string? PackageVersion { get; private set; }

    /// <summary>Of a rejection.</summary>
    public string? Code { get; private set; }

    /// <summary>Why it ended as it did.</summary>
    public string? Reason { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Its place among those of equal priority.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    public DateTimeOffset? StartedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>The asset is gone for good.</summary>
    public DateTimeOffset? RemovedAt { get; private set; }

    /// <summary>Nothing but the package is left of it in the object store.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    public string Subject => AssetId.ToString("n");

    /// <summary>Where everything of the asset lies.</summary>
    public static string Folder(Guid assetId) => $"transcoder/{assetId}/";

    public string WorkFolder => $"{Folder(AssetId)}work/{Id}/";

    public bool Start(DateTimeOffset now) => Move(JobState.Running, () => StartedAt ??= now);

    public bool Pause() => Move(JobState.Paused, () => { });

    public bool Resume() => State == JobState.Paused && Move(JobState.Waiting, () => { });

    /// <summary>The next attempt goes on from what is done, unless that has been cleared away.</summary>
    public bool Retry(DateTimeOffset now)
    {
        if (RemovedAt is not null || !State.HasEnded())
            return false;
        return Move(JobState.Waiting, () =>
        {
            (Run, QueuedAt, EndedAt, Code, Reason) = (Run + 1, now, null, null, null);
            (Stage, Fraction, ReportedAt) = (JobStages.Waiting, 0, null);
            if (ClearedAt is null)
                return;
            (ClearedAt, SourceTag, Plan, Renditions) = (null, null, null, []);
        });
    }

    /// <summary>False when it has that priority already, or has ended.</summary>
    public bool Prioritise(int priority)
    {
        if (State.HasEnded() || Priority == priority)
            return false;
        Priority = priority;
        return true;
    }

    public void Prepared(string sourceTag, Plan plan) => (SourceTag, Plan, Renditions) = (sourceTag, Json.Write(plan), [.. plan.Video.Select(v => v.Name)]);

    public bool Finish(MediaPackage package, DateTimeOffset now) => End(JobState.Done, null, null, now, () =>
        (Package, PackageVersion, Stage, Fraction) = (Json.Write(package), package.Version, JobStages.Storing, 1));

    public bool Reject(string code, string reason, DateTimeOffset now) => End(JobState.Rejected, code, reason, now);

    public bool Fail(string reason, DateTimeOffset now) => End(JobState.Failed, null, reason, now);

    public bool Cancel(string reason, DateTimeOffset now) => End(JobState.Cancelled, null, reason, now);

    /// <summary>Ends it without a word, since nobody waits for it any more.</summary>
    public void Remove(DateTimeOffset now)
    {
        RemovedAt ??= now;
        if (!State.HasEnded())
            Cancel("The asset was removed.", now);
        ClearedAt = null;
    }

    /// <summary>Takes in how far the tasks are; the next report is due later.</summary>
    public void Report(string stage, double fraction, DateTimeOffset now) =>
        (Stage, Fraction, ReportedAt, Sequence) = (stage, Math.Max(Fraction, fraction), now, Sequence + 1);

    public void Cleared(DateTimeOffset now) => ClearedAt = now;

    private bool End(JobState state, string? code, string? reason, DateTimeOffset now, Action? also = null) => Move(state, () =>
    {
        (EndedAt, Code) = (now, code);
        Reason = reason is { Length: > LongestReason } ? reason[..LongestReason] : reason;
        also?.Invoke();
    });

    private bool Move(JobState to, Action change)
    {
        if (!State.MayBecome(to))
            return false;
        State = to;
        change();
        return true;
    }
}
