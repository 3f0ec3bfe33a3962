using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Queue;

/// <summary>Leases tasks: the most urgent job first, then the one that has waited longest.</summary>
internal sealed class TaskQueue(IServiceScopeFactory scopes, IOptions<TranscoderOptions> options, TimeProvider time)
{
    /// <summary>A task with a token higher than all before; null when none is due, or the queue is paused.</summary>
    public async Task<TaskLease?> TakeAsync(string worker, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        while (await LeaseAsync(db, worker, cancellationToken) is { } task)
        {
            if (await StartAsync(db, task, cancellationToken) is { State: JobState.Running } job)
                return new(job, task);
            await GiveBackAsync(db, task, cancellationToken);
        }
        return null;
    }

    /// <summary>Holds the lease for another while; false when it is lost or the job is to rest.</summary>
    public async Task<bool> RenewAsync(TaskLease lease, string? step, double fraction, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        var until = time.GetUtcNow() + options.Value.Lease;
        return await db.Database.ExecuteSqlAsync($"""
            UPDATE tasks t SET due_at = {until}, step = {step}, fraction = {fraction} FROM jobs j
            WHERE t.id = {lease.Task.Id} AND t.token = {lease.Token} AND t.worker IS NOT NULL AND t.done_at IS NULL
              AND j.id = t.job_id AND j.state = 'running'
            """, cancellationToken) == 1;
    }

    /// <summary>A lease that ran out belongs to whoever takes it next; its former holder counts as lost.</summary>
    private async Task<TranscodeTask?> LeaseAsync(TranscoderDb db, string worker, CancellationToken cancellationToken)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + options.Value.Lease);
        var taken = await db.Tasks.FromSql($"""
            WITH next AS MATERIALIZED (
              SELECT t.id FROM tasks t JOIN jobs j ON j.id = t.job_id
              WHERE t.done_at IS NULL AND t.due_at <= {now} AND j.state IN ('waiting', 'running') AND NOT EXISTS (SELECT FROM queue WHERE paused)
              ORDER BY j.priority DESC, j.queued_at, j.id, t.kind, t.number
              LIMIT 1 FOR UPDATE OF t SKIP LOCKED)
            UPDATE tasks t SET token = nextval('lease_tokens'), worker = {worker}, due_at = {until}, started_at = {now}, step = NULL, fraction = 0,
              losses = t.losses + CASE WHEN t.worker IS NULL THEN 0 ELSE 1 END
            FROM next WHERE t.id = next.id
            RETURNING t.*
            """).AsNoTracking().ToListAsync(cancellationToken);
        return taken.SingleOrDefault();
    }

    private async Task<TranscodeJob?> StartAsync(TranscoderDb db, TranscodeTask task, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync(
            $"UPDATE jobs SET state = 'running', started_at = coalesce(started_at, {now}) WHERE id = {task.JobId} AND state = 'waiting'", cancellationToken);
        return await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.Id == task.JobId, cancellationToken);
    }

    /// <summary>The job was paused or ended between the two statements.</summary>
    private Task GiveBackAsync(TranscoderDb db, TranscodeTask task, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Tasks.Where(t => t.Id == task.Id && t.Token == task.Token && t.DoneAt == null).ExecuteUpdateAsync(
            set => set.SetProperty(t => t.Worker, (string?)null).SetProperty(t => t.DueAt, now), cancellationToken);
    }
}
