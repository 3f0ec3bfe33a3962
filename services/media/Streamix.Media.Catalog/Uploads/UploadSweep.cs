using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Ends abandoned uploads and goes on with completions that nobody goes on with. A lease keeps other replicas away.</summary>
internal sealed class UploadSweep(IServiceScopeFactory scopes, IOptions<AssetOptions> options, TimeProvider time) : ISweep
{
    private const int Batch = 20;

    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var due = await LeaseAsync(cancellationToken);
        await due.EachAsync(async id =>
        {
            await using var scope = scopes.CreateAsyncScope();
            var upload = await scope.ServiceProvider.GetRequiredService<UploadCompletion>().FinishAsync(id, cancellationToken);
            if (upload?.State is UploadState.Opening or UploadState.Open)
                await ExpireAsync(scope.ServiceProvider, id, cancellationToken);
        });
        return due.Count;
    }

    private async Task<List<Guid>> LeaseAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var now = time.GetUtcNow();
        var until = now + options.Value.Lease;
        return await scope.ServiceProvider.GetRequiredService<CatalogDb>().Database.SqlQuery<Guid>($"""
            UPDATE uploads SET due_at = {until} WHERE id IN
              (SELECT id FROM uploads WHERE due_at <= {now} ORDER BY due_at LIMIT {Batch} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
    }

    private async Task ExpireAsync(IServiceProvider services, Guid id, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<CatalogDb>();
        await db.InTransactionAsync(async token =>
        {
            if (await db.LockUploadAsync(id, token) is not { State: UploadState.Opening or UploadState.Open } upload || upload.ExpiresAt > time.GetUtcNow())
                return;
            await db.EndAsync(upload, UploadState.Expired, time.GetUtcNow(), token);
            services.GetRequiredService<LeftoverLedger>().Doom(options.Value.Sources, AssetKeys.Prefix(upload.AssetId), upload.SignedUntil);
            await db.SaveChangesAsync(token);
        }, cancellationToken: cancellationToken);
    }
}
