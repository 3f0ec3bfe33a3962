using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>Why somebody starts a job.</summary>
internal sealed record JobDraft([property: Example("\"Another weight for titles\"")] string Reason);

internal sealed record JobView(
    Guid Id, [property: Example("rebuild")] JobKind Kind, [property: Example("running")] JobState State, string? Generation, string Reason, string StartedBy,
    DateTimeOffset StartedAt, DateTimeOffset? EndedAt, string? Error, long Seen, long Missing, long Stale, long Surplus, long Repaired, bool Working)
{
    public static JobView Of(Job job, DateTimeOffset now) => new(
        job.Id, job.Kind, job.State, job.Generation, job.Reason, job.StartedBy, job.StartedAt, job.EndedAt, job.Error, job.Seen, job.Missing, job.Stale, job.Surplus, job.Repaired,
        job.State == JobState.Running && job.LeasedUntil > now);
}
