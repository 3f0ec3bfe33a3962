using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Discovery.Indexer.Data;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Discovery.Indexer.Jobs;

/// <summary>Takes jobs and keeps what they have done. Everything here holds only while the lease does.</summary>
internal sealed class JobDesk(IndexerDb db, IOptions<IndexerOptions> options, TimeProvider time)
{
    /// <summary>The running job, when nobody works on it; it is this worker's until the lease ends.</summary>
    public async Task<Job?> TakeAsync(CancellationToken cancellationToken)
    {
        var (now, until) = (time.GetUtcNow(), time.GetUtcNow() + options.Value.Lease);
        return (await db.Jobs.FromSql($"""
            UPDATE jobs SET lease_number = lease_number + 1, leased_until = {until} WHERE state = 'Running' AND leased_until <= {now} RETURNING *
            """).AsNoTracking().ToListAsync(cancellationToken)).SingleOrDefault();
    }

    /// <summary>Writes down how far the job is and goes on holding it; false when it is somebody else's by now, or was cancelled.</summary>
    public async Task<bool> KeepAsync(Job job, CancellationToken cancellationToken)
    {
        var until = time.GetUtcNow() + options.Value.Lease;
        return await Mine(job).ExecuteUpdateAsync(row => row
            .SetProperty(j => j.LeasedUntil, until).SetProperty(j => j.Generation, job.Generation).SetProperty(j => j.Cursor, job.Cursor)
            .SetProperty(j => j.Seen, job.Seen).SetProperty(j => j.Missing, job.Missing).SetProperty(j => j.Stale, job.Stale)
            .SetProperty(j => j.Surplus, job.Surplus).SetProperty(j => j.Repaired, job.Repaired), cancellationToken) == 1;
    }

    /// <summary>Ends the job in the transaction of what <paramref name="tell"/> stages; false when it is not this worker's any more.</summary>
    public Task<bool> EndAsync(Job job, JobState state, string? error, Action? tell, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        job.End(state, error, time.GetUtcNow());
        var ended = await Mine(job).ExecuteUpdateAsync(row => row
            .SetProperty(j => j.State, job.State).SetProperty(j => j.EndedAt, job.EndedAt).SetProperty(j => j.Error, job.Error), token) == 1;
        if (!ended)
            return false;
        tell?.Invoke();
        await db.SaveChangesAsync(token);
        return true;
    }, cancellationToken: cancellationToken);

    /// <summary>Lets somebody else go on with it at once.</summary>
    public Task ReleaseAsync(Job job, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return Mine(job).ExecuteUpdateAsync(row => row.SetProperty(j => j.LeasedUntil, now), cancellationToken);
    }

    private IQueryable<Job> Mine(Job job) => db.Jobs.Where(j => j.Id == job.Id && j.State == JobState.Running && j.LeaseNumber == job.LeaseNumber);
}
