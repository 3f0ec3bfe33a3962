using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Hosting;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>Deletes what ended jobs have left behind. The job is struck off after the objects, so that a crash leaves work and no litter; replicas share it.</summary>
internal sealed partial class Janitor(
    IServiceScopeFactory scopes, RenditionBucket bucket, Orphanage orphans, IOptions<TranscoderOptions> options, TimeProvider time, ILogger<Janitor> logger)
    : Rounds(options.Value.SweepEvery, time, logger)
{
    /// <summary>Clears all that is due and says how many objects that were.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var deleted = 0;
        while (await ClearNextAsync(cancellationToken) is { } objects)
            deleted += objects;
        return deleted + await orphans.CompareAsync(cancellationToken);
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => SweepAsync(stoppingToken);

    /// <summary>One job; null when none is due. It stays locked, so that nobody begins it again meanwhile.</summary>
    private async Task<int?> ClearNextAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        return await db.InTransactionAsync<int?>(async token =>
        {
            var now = Time.GetUtcNow();
            var (settled, retained) = (now - options.Value.WorkGrace, now - options.Value.WorkRetention);
            var due = await db.Jobs.FromSql($"""
                SELECT j.*, j.xmin FROM jobs j WHERE j.ended_at IS NOT NULL AND j.cleared_at IS NULL
                  AND CASE WHEN j.removed_at IS NOT NULL THEN j.removed_at <= {settled}
                           WHEN j.state IN ('failed', 'cancelled') THEN j.ended_at <= {retained}
                           ELSE j.ended_at <= {settled} END
                ORDER BY j.ended_at LIMIT 1 FOR UPDATE SKIP LOCKED
                """).ToListAsync(token);
            if (due.Count == 0)
                return null;
            var deleted = await ClearAsync(due[0], token);
            due[0].Cleared(now);
            await db.SaveChangesAsync(token);
            return deleted;
        }, cancellationToken: cancellationToken);
    }

    private async Task<int> ClearAsync(TranscodeJob job, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var found in bucket.ListAsync(TranscodeJob.Folder(job.AssetId), cancellationToken))
        {
            if (Leftovers.IsNeeded(found.Key, job))
                continue;
            await bucket.DeleteAsync(found.Key, cancellationToken);
            deleted++;
        }
        Log.Cleared(Logger, job.Id, deleted);
        return deleted;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "Job {JobId} is cleared: {Count} objects deleted")]
        public static partial void Cleared(ILogger logger, Guid jobId, int count);
    }
}
