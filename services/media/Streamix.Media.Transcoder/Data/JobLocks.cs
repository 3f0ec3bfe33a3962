using Microsoft.EntityFrameworkCore;
using Streamix.Media.Transcoder.Jobs;

namespace Streamix.Media.Transcoder.Data;

/// <summary>Who waits for whom, until the end of the transaction. Always in this order: job, task.</summary>
internal static class JobLocks
{
    /// <summary>The row, fresh and locked; null when there is none.</summary>
    public static async Task<TranscodeJob?> LockJobAsync(this TranscoderDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.Jobs.FromSql($"SELECT j.*, j.xmin FROM jobs j WHERE j.id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    public static async Task<TranscodeJob?> LockJobOfAssetAsync(this TranscoderDb db, Guid assetId, CancellationToken cancellationToken) =>
        (await db.Jobs.FromSql($"SELECT j.*, j.xmin FROM jobs j WHERE j.asset_id = {assetId} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();

    /// <summary>The task, locked, provided that nobody has a later lease and it was not given back; else null.</summary>
    public static async Task<TranscodeTask?> LockTaskAsync(this TranscoderDb db, Guid id, long token, CancellationToken cancellationToken) =>
        (await db.Tasks.FromSql($"SELECT * FROM tasks WHERE id = {id} AND token = {token} AND worker IS NOT NULL AND done_at IS NULL FOR UPDATE")
            .ToListAsync(cancellationToken)).SingleOrDefault();
}
