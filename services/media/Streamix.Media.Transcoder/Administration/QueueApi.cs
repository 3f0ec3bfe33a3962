using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Queue;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Transcoder.Administration;

internal static class QueueApi
{
    private const int LargestBody = 4 * 1024;

    public static void MapQueue(this IEndpointRouteBuilder app)
    {
        var queue = app.MapGroup("/transcoding/queue").WithTags("Transcoding")
            .RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        queue.MapGet("/", ReadAsync).WithName("ReadTranscodeQueue").WithSummary("The queue as a whole, and who works");

        var acts = queue.MapGroup("/").RequireRole(Roles.Admin).RequireAudit();
        acts.MapPost("/pause", PauseAsync).WithName("PauseTranscodeQueue").WithSummary("Begins nothing new; what runs is finished");
        acts.MapPost("/resume", ResumeAsync).WithName("ResumeTranscodeQueue").WithSummary("Ends the pause of the queue");
    }

    private static async Task<Ok<QueueView>> ReadAsync(TranscoderDb db, CancellationToken cancellationToken)
    {
        var queue = await db.Queue.AsNoTracking().SingleAsync(cancellationToken);
        var jobs = await db.Jobs.GroupBy(j => j.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key.Name(), g => g.Count, cancellationToken);
        var tasks = await db.Tasks.CountAsync(t => t.DoneAt == null && db.Jobs.Any(j => j.Id == t.JobId && (j.State == JobState.Waiting || j.State == JobState.Running)), cancellationToken);
        var busy = await db.Tasks.AsNoTracking().Where(t => t.Worker != null).OrderBy(t => t.Worker).ThenBy(t => t.StartedAt)
            .Select(t => new WorkerLine(t.Worker!, t.JobId, t.Name, t.Fraction, t.StartedAt)).ToListAsync(cancellationToken);
        return TypedResults.Ok(new QueueView(queue.Paused, queue.PausedAt, jobs, tasks, busy));
    }

    private static Task<Results<NoContent, ProblemHttpResult>> PauseAsync(
        ActDraft draft, TranscoderDb db, IAudit audit, WorkSignal signal, TimeProvider time, CancellationToken cancellationToken) =>
        ActAsync("transcoding.queue-paused", draft, queue => queue.Pause(time.GetUtcNow()), db, audit, signal, cancellationToken);

    private static Task<Results<NoContent, ProblemHttpResult>> ResumeAsync(ActDraft draft, TranscoderDb db, IAudit audit, WorkSignal signal, CancellationToken cancellationToken) =>
        ActAsync("transcoding.queue-resumed", draft, queue => queue.Resume(), db, audit, signal, cancellationToken);

    private static async Task<Results<NoContent, ProblemHttpResult>> ActAsync(
        string action, ActDraft draft, Func<QueueState, bool> act, TranscoderDb db, IAudit audit, WorkSignal signal, CancellationToken cancellationToken)
    {
        var answer = await db.InTransactionAsync<Results<NoContent, ProblemHttpResult>>(async token =>
        {
            var queue = (await db.Queue.FromSql($"SELECT * FROM queue FOR UPDATE").ToListAsync(token)).Single();
            if (!act(queue))
                return Problems.Conflict(queue.Paused ? "The queue is paused." : "The queue is not paused.");
            audit.Record(action, "transcode-queue", draft.Reason, "paused");
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
        signal.Set();
        return answer;
    }
}

/// <summary>The queue as a whole.</summary>
/// <param name="Jobs">How many there are, by state.</param>
/// <param name="Tasks">How many wait or are worked on.</param>
/// <param name="Workers">Who is at what.</param>
internal sealed record QueueView(bool Paused, DateTimeOffset? PausedAt, IReadOnlyDictionary<string, int> Jobs, int Tasks, IReadOnlyList<WorkerLine> Workers);

/// <summary>One slot of a worker.</summary>
internal sealed record WorkerLine(string Worker, Guid JobId, string Task, double Fraction, DateTimeOffset? StartedAt);
