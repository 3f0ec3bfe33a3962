using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>What may become of a leased task. Everything here throws <see cref="LeaseLostException"/> for a lease that is over, and then has changed nothing.</summary>
internal sealed class TaskOutcomes(Fence fence, WorkSignal signal, IOptions<TranscoderOptions> options, Random random)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(10);

    /// <summary>The plan is made; what follows from it can be taken by anybody.</summary>
    public async Task PreparedAsync(TaskLease lease, string sourceTag, Plan plan, bool hasTexts, CancellationToken cancellationToken)
    {
        await fence.ChangeAsync(lease, held =>
        {
            Unended(lease, held);
            held.Job.Prepared(sourceTag, plan);
            held.Task.Complete(null, held.Now);
            held.Db.Tasks.AddRange(TaskPlan.Of(held.Job.Id, plan, hasTexts, held.Now));
            held.Say($"Planned: {plan.Video.Count} renditions in {plan.Chunks.Count} chunks, {plan.Audio.Count} audio tracks.");
        }, cancellationToken);
        signal.Set();
    }

    /// <summary>A part is made and stored. After the last one the job can be finished.</summary>
    public async Task DoneAsync(TaskLease lease, string result, CancellationToken cancellationToken)
    {
        await fence.ChangeAsync(lease, async (held, token) =>
        {
            Unended(lease, held);
            held.Task.Complete(result, held.Now);
            var (job, task) = (held.Job.Id, held.Task.Id);
            if (!await held.Db.Tasks.AnyAsync(t => t.JobId == job && t.DoneAt == null && t.Id != task, token))
                held.Db.Tasks.Add(TaskPlan.Finish(job, held.Now));
            return true;
        }, cancellationToken);
        signal.Set();
    }

    /// <summary>The commit that makes the package visible: the job's result and the event, or neither.</summary>
    public Task FinishedAsync(TaskLease lease, MediaPackage package, CancellationToken cancellationToken) => fence.ChangeAsync(lease, held =>
    {
        if (!held.Events.Finish(held.Job, package, held.Now))
            throw new LeaseLostException(lease);
        held.Task.Complete(null, held.Now);
        held.Say($"Stored package {package.Version} with {package.Bytes} bytes.");
    }, cancellationToken);

    /// <summary>What some tasks had stored is gone or damaged: they are done again before the job is finished.</summary>
    public async Task ReopenAsync(TaskLease lease, IReadOnlyCollection<Guid> tasks, CancellationToken cancellationToken)
    {
        await fence.ChangeAsync(lease, async (held, token) =>
        {
            foreach (var lost in await held.Db.Tasks.Where(t => t.JobId == held.Job.Id && tasks.Contains(t.Id)).ToListAsync(token))
            {
                held.Say($"{lost.Name} is done again: what it had stored is gone or damaged.");
                lost.Reopen(held.Now);
                if (lost.Failures >= options.Value.MostFailures)
                    held.Events.Fail(held.Job, $"What {lost.Name} had stored was lost again and again.", held.Now);
            }
            held.Db.Tasks.Remove(held.Task);
            return true;
        }, cancellationToken);
        signal.Set();
    }

    public Task RejectedAsync(TaskLease lease, string code, string reason, CancellationToken cancellationToken) => fence.ChangeAsync(lease, held =>
    {
        if (!held.Events.Reject(held.Job, code, reason, held.Now))
            throw new LeaseLostException(lease);
        held.Say($"Rejected ({code}): {reason}");
        held.Task.Postpone(held.Now, counts: false);
    }, cancellationToken);

    /// <summary>Another attempt after a while, or the end of the job when there were enough.</summary>
    /// <param name="reason">For operators; cleaned of what they must not see.</param>
    /// <param name="final">Further attempts make no sense.</param>
    public Task FailedAsync(TaskLease lease, string reason, bool final, CancellationToken cancellationToken) => fence.ChangeAsync(lease, held =>
    {
        if (held.Job.State.HasEnded())
        {
            held.Task.Postpone(held.Now, counts: false);
            return;
        }
        var clean = LogText.Clean(reason, TranscodeJob.LongestReason);
        var failures = held.Task.Failures + 1;
        var over = final || failures >= options.Value.MostFailures;
        held.Say($"{held.Task.Name} failed, attempt {failures}{(over ? ", the last" : "")}: {clean}");
        held.Task.Postpone(held.Now + Waits.After(failures, options.Value.FirstRetry, options.Value.LongestRetry, random), counts: true);
        if (over)
            held.Events.Fail(held.Job, clean, held.Now);
    }, cancellationToken);

    /// <summary>The asset was removed while nobody had told us yet.</summary>
    public Task GoneAsync(TaskLease lease, CancellationToken cancellationToken) => fence.ChangeAsync(lease, held =>
    {
        held.Events.Cancel(held.Job, "The asset is gone.", held.Now);
        held.Say("The catalog has no such asset any more.");
        held.Task.Postpone(held.Now, counts: false);
    }, cancellationToken);

    /// <summary>Gives the task back, for now or for later; no fault of its own.</summary>
    public async Task ReleaseAsync(TaskLease lease, TimeSpan wait, string? why, CancellationToken cancellationToken)
    {
        await fence.ChangeAsync(lease, async (held, token) =>
        {
            if (why is not null)
                await SayOnceAsync(held, $"{held.Task.Name} waits: {why}", token);
            held.Task.Postpone(held.Now + wait, counts: false);
            return true;
        }, cancellationToken);
        signal.Set();
    }

    /// <summary>An outage is not told of with each attempt.</summary>
    private static async Task SayOnceAsync(Held held, string text, CancellationToken cancellationToken)
    {
        var (job, since) = (held.Job.Id, held.Now - Quiet);
        if (!await held.Db.Lines.AnyAsync(l => l.JobId == job && l.Text == text && l.At > since, cancellationToken))
            held.Say(text);
    }

    /// <summary>A part that was finished while its job was being paused is kept; an ended job takes nothing more.</summary>
    private static void Unended(TaskLease lease, Held held)
    {
        if (held.Job.State.HasEnded())
            throw new LeaseLostException(lease);
    }
}
