using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Uploads;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Lets go of assets: their objects, and what other services made of them. <c>SaveChanges</c> is the caller's.</summary>
internal sealed class AssetRemoval(CatalogDb db, IEventPublisher events, LeftoverLedger leftovers, IOptions<AssetOptions> options, TimeProvider time) : ITitleFollower
{
    public async Task RemovedAsync(IReadOnlyCollection<Guid> titleIds, CancellationToken cancellationToken)
    {
        var uploads = await db.Uploads.Where(u => titleIds.Contains(u.TitleId)).ToDictionaryAsync(u => u.AssetId, cancellationToken);
        foreach (var asset in await db.Assets.Where(a => titleIds.Contains(a.TitleId)).ToListAsync(cancellationToken))
        {
            if (asset.State != AssetState.Removed)
                await RemoveAsync(asset, uploads.GetValueOrDefault(asset.Id), cancellationToken);
            db.Assets.Remove(asset);
        }
    }

    /// <param name="asset">The asset, which its row may survive.</param>
    /// <param name="upload">Its upload, when it goes too: the store may be about to make its object.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task RemoveAsync(Asset asset, Upload? upload, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        DateTimeOffset? later = upload is { EndedAt: null } ? now + 2 * options.Value.Lease : null;
        leftovers.Doom(options.Value.Sources, AssetKeys.Prefix(asset.Id), upload?.SignedUntil > later ? upload.SignedUntil : later);
        await db.AssetTexts.Where(t => t.AssetId == asset.Id).ExecuteDeleteAsync(cancellationToken);
        if (asset.UploadedAt is not null)
            events.Publish(new AssetRemoved(asset.Id, asset.TitleId, now), asset.Id.ToString("n"));
    }
}
