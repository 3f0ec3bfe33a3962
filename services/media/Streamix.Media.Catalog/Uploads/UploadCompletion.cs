using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Assets;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>
/// Completes uploads in three steps that may each be the last of this process: the parts are written down, the store makes the object of
/// them, the object becomes the asset's. Whoever finds an upload between them goes on, and any number may at once.
/// </summary>
internal sealed class UploadCompletion(
    CatalogDb db, SourceShelf shelf, TitleDesk titles, IEventPublisher events, LeftoverLedger leftovers, IOptions<AssetOptions> options, TimeProvider time)
{
    private const string Refused = "The store did not accept the parts: some were sent again meanwhile. Complete the upload again.";

    /// <summary>The first step. False when the upload is not open any more.</summary>
    /// <param name="id">The upload.</param>
    /// <param name="parts">As the store holds them.</param>
    /// <param name="record">What else belongs into the transaction.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<bool> BeginAsync(Guid id, IReadOnlyList<UploadedPart> parts, Action record, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await db.LockUploadAsync(id, token) is not { State: UploadState.Open } upload)
            return false;
        upload.Complete(parts, time.GetUtcNow() + options.Value.Lease);
        record();
        await db.SaveChangesAsync(token);
        return true;
    }, cancellationToken: cancellationToken);

    /// <summary>The other steps; does nothing to an upload that is not being completed. Null when it has gone with its title.</summary>
    public async Task<Upload?> FinishAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) is not { State: UploadState.Completing } upload)
            return await db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken);
        var made = await shelf.MakeAsync(upload, cancellationToken);
        if (made is not null)
            await shelf.ClearAsync(upload, cancellationToken);
        return await db.InTransactionAsync<Upload?>(async token =>
        {
            await db.LockAsync(upload.TitleId, token);
            if (await db.LockUploadAsync(id, token) is not { State: UploadState.Completing } locked)
                return await db.Uploads.SingleOrDefaultAsync(u => u.Id == id, token);
            await SettleAsync(locked, made, token);
            await db.SaveChangesAsync(token);
            return locked;
        }, cancellationToken: cancellationToken);
    }

    private async Task SettleAsync(Upload upload, ObjectFacts? made, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (made is null)
            upload.Reopen(Refused, now + options.Value.UploadLifetime);
        else if (made.Bytes != upload.Bytes)
        {
            await db.EndAsync(upload, UploadState.Failed, now, cancellationToken, $"The object has {made.Bytes} bytes instead of {upload.Bytes}.");
            leftovers.Doom(options.Value.Sources, AssetKeys.Prefix(upload.AssetId), upload.SignedUntil);
        }
        else
            await ArriveAsync(upload, made, now, cancellationToken);
    }

    private async Task ArriveAsync(Upload upload, ObjectFacts made, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asset = await db.Assets.SingleAsync(a => a.Id == upload.AssetId, cancellationToken);
        upload.End(UploadState.Completed, now);
        asset.Arrive(made.ETag, now);
        await titles.AssetUploadedAsync(asset.TitleId, asset.Id, cancellationToken);
        events.Publish(
            new AssetUploaded(asset.Id, asset.TitleId, asset.Kind, asset.FileName, asset.Bytes, asset.Protected, asset.Markers, asset.Priority, now),
            asset.Id.ToString("n"));
    }
}
