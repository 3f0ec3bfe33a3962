using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Assets;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Drm.Keys;

/// <summary>Deletes what belongs to an asset: its keys, the playbacks that could fetch them, its policies. The licence log stays.</summary>
internal sealed class RemoveKeys(DrmDb db, TimeProvider time) : IEventHandler<AssetRemoved>
{
    public async Task HandleAsync(AssetRemoved @event, EventContext context, CancellationToken cancellationToken)
    {
        var asset = @event.AssetId;
        await db.LockAssetAsync(asset, cancellationToken);
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"INSERT INTO removed_assets (id, removed_at) VALUES ({asset}, {now}) ON CONFLICT DO NOTHING", cancellationToken);
        await db.ContentKeys.Where(k => k.AssetId == asset).ExecuteDeleteAsync(cancellationToken);
        await db.Playbacks.Where(p => p.AssetId == asset).ExecuteDeleteAsync(cancellationToken);
        await db.Policies.Where(p => p.AssetId == asset).ExecuteDeleteAsync(cancellationToken);
    }
}
