using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Transcoder.Jobs;

/// <summary>Ends the job of an asset that is gone; the janitor deletes its objects. The row stays, so that a late upload event makes no other.</summary>
internal sealed class DropAsset(TranscoderDb db, TimeProvider time) : IEventHandler<AssetRemoved>
{
    public async Task HandleAsync(AssetRemoved @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockJobOfAssetAsync(@event.AssetId, cancellationToken) is not { RemovedAt: null } job)
            return;
        var now = time.GetUtcNow();
        job.Remove(now);
        db.Lines.Add(new(job.Id, null, "The asset was removed.", now));
    }
}
