using Amazon.S3;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Storing;

/// <summary>Deletes what nobody names. The book is struck off after the objects; replicas share it by leases.</summary>
internal sealed class LeftoverSweeper(
    IServiceScopeFactory scopes, IObjectStore store, IMultipartUploads uploads, IOptions<AssetOptions> options, TimeProvider time) : ISweep
{
    private const int Batch = 20;

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogDb>();
        var now = time.GetUtcNow();
        var until = now + options.Value.Lease;
        var leased = await db.Database.SqlQuery<Guid>($"""
            UPDATE leftovers SET due_at = {until}, taken = true WHERE id IN
              (SELECT id FROM leftovers WHERE due_at <= {now} ORDER BY due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        var leftovers = await db.Leftovers.AsNoTracking().Where(l => leased.Contains(l.Id)).ToListAsync(cancellationToken);
        await leftovers.EachAsync(async leftover =>
        {
            await DeleteAsync(leftover, cancellationToken);
            await db.Leftovers.Where(l => l.Id == leftover.Id).ExecuteDeleteAsync(cancellationToken);
        });
        return leased.Count;
    }

    private async Task DeleteAsync(Leftover leftover, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var open in uploads.ListAsync(leftover.Bucket, leftover.Prefix, cancellationToken))
                await uploads.AbortAsync(leftover.Bucket, open.Key, open.UploadId, cancellationToken);
            await foreach (var found in store.ListAsync(leftover.Bucket, leftover.Prefix, cancellationToken))
                await store.DeleteAsync(leftover.Bucket, found.Key, cancellationToken);
        }
        catch (AmazonS3Exception e) when (e.ErrorCode is "NoSuchBucket")
        {
            // Nothing was ever put there.
        }
    }
}
