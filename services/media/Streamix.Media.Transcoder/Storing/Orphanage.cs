using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Data;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Storing;

/// <summary>Compares the whole bucket with the jobs, for objects that no job's own clearing would find: of a worker that was too late, or of a database restored from yesterday.</summary>
internal sealed partial class Orphanage(IServiceScopeFactory scopes, RenditionBucket bucket, IOptions<TranscoderOptions> options, TimeProvider time, ILogger<Orphanage> logger)
{
    /// <summary>Deletes old objects that belong to no package; 0 also when it is not due, or another replica does it.</summary>
    public async Task<int> CompareAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TranscoderDb>();
        if (!await DueAsync(db, cancellationToken))
            return 0;

        var (deleted, before) = (0, time.GetUtcNow() - options.Value.OrphanAge);
        Guid? asset = null;
        TranscodeJob? job = null;
        await foreach (var found in bucket.ListAsync(Leftovers.Root, cancellationToken))
        {
            if (found.ModifiedAt > before || Leftovers.AssetOf(found.Key) is not { } owner)
                continue;
            if (owner != asset)
                (asset, job) = (owner, await db.Jobs.AsNoTracking().SingleOrDefaultAsync(j => j.AssetId == owner, cancellationToken));
            if (Leftovers.IsNeeded(found.Key, job) || job is { ClearedAt: null })
                continue;
            await bucket.DeleteAsync(found.Key, cancellationToken);
            deleted++;
        }
        if (deleted > 0)
            Log.Deleted(logger, deleted);
        return deleted;
    }

    private async Task<bool> DueAsync(TranscoderDb db, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var before = now - options.Value.OrphansEvery;
        return await db.Queue.Where(q => q.ComparedAt == null || q.ComparedAt <= before)
            .ExecuteUpdateAsync(set => set.SetProperty(q => q.ComparedAt, now), cancellationToken) == 1;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Information, Message = "{Count} objects that belong to no package were deleted")]
        public static partial void Deleted(ILogger logger, int count);
    }
}
