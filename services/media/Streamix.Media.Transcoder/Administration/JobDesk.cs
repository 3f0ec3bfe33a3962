using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>What operators do to jobs.</summary>
internal sealed class JobDesk(TranscoderDb db, IEventPublisher events, IAudit audit, WorkSignal signal, TimeProvider time)
{
    public Task<Results<NoContent, NotFound, ProblemHttpResult>> CancelAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        ActAsync(id, "transcoding.cancelled", reason, "state", (job, now) => events.Cancel(job, reason ?? "An operator cancelled it.", now), cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> PauseAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        ActAsync(id, "transcoding.paused", reason, "state", (job, _) => job.Pause(), cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> ResumeAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        ActAsync(id, "transcoding.resumed", reason, "state", (job, _) => job.Resume(), cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> PrioritiseAsync(Guid id, int priority, CancellationToken cancellationToken) =>
        ActAsync(id, "transcoding.prioritised", null, "priority", (job, _) => job.Priority == priority && !job.State.HasEnded() || job.Prioritise(priority), cancellationToken);

    /// <summary>Goes on from what is done; from the start when that has been cleared away.</summary>
    public Task<Results<NoContent, NotFound, ProblemHttpResult>> RetryAsync(Guid id, string? reason, CancellationToken cancellationToken) =>
        ActAsync(id, "transcoding.retried", reason, "state", async (job, now, token) =>
        {
            var cleared = job.ClearedAt is not null;
            if (!job.Retry(now))
                return false;
            if (cleared)
            {
                await db.Tasks.Where(t => t.JobId == id).ExecuteDeleteAsync(token);
                db.Tasks.Add(TaskPlan.Prepare(id, now));
            }
            else
            {
                await db.Tasks.Where(t => t.JobId == id && t.DoneAt == null).ExecuteUpdateAsync(
                    set => set.SetProperty(t => t.Worker, (string?)null).SetProperty(t => t.DueAt, now).SetProperty(t => t.Failures, 0).SetProperty(t => t.Losses, 0), token);
            }
            return true;
        }, cancellationToken);

    private Task<Results<NoContent, NotFound, ProblemHttpResult>> ActAsync(
        Guid id, string action, string? reason, string changed, Func<TranscodeJob, DateTimeOffset, bool> act, CancellationToken cancellationToken) =>
        ActAsync(id, action, reason, changed, (job, now, _) => Task.FromResult(act(job, now)), cancellationToken);

    private async Task<Results<NoContent, NotFound, ProblemHttpResult>> ActAsync(
        Guid id, string action, string? reason, string changed, Func<TranscodeJob, DateTimeOffset, CancellationToken, Task<bool>> act, CancellationToken cancellationToken)
    {
        var answer = await db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await db.LockJobAsync(id, token) is not { } job)
                return TypedResults.NotFound();
            var (was, now) = (job.State, time.GetUtcNow());
            if (!await act(job, now, token))
                return Problems.Conflict(job.RemovedAt is null ? $"The job is {was.Name()}." : "The asset of the job was removed.");
            db.Lines.Add(new(id, null, $"An operator: {action["transcoding.".Length..]}{(reason is null ? "" : $" ({reason})")}.", now));
            audit.Record(action, $"transcode-job:{id:n}", reason, changed);
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
        signal.Set();
        return answer;
    }
}
