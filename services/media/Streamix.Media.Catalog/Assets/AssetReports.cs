using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Catalog.Assets;

/// <summary>How far a job is.</summary>
internal sealed class FollowProgress(CatalogDb db, TitleDesk titles) : IEventHandler<AssetProgressed>
{
    public async Task HandleAsync(AssetProgressed @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockAssetAsync(@event.AssetId, cancellationToken) is { } asset && asset.Follow(@event))
            await titles.AssetUploadedAsync(asset.TitleId, asset.Id, cancellationToken);
    }
}

/// <summary>The renditions are there: they play, unless the title keeps what it has.</summary>
internal sealed class AttachPackage(CatalogDb db, TitleDesk titles) : IEventHandler<AssetTranscoded>
{
    public async Task HandleAsync(AssetTranscoded @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockAssetAsync(@event.AssetId, cancellationToken) is { } asset && asset.Attach(@event.Package, @event.TranscodedAt))
            await titles.AssetReadyAsync(asset.TitleId, asset.Id, asset.Package!, cancellationToken);
    }
}

/// <summary>The file is not fit.</summary>
internal sealed class NoteRejection(CatalogDb db, TitleDesk titles) : IEventHandler<AssetRejected>
{
    public async Task HandleAsync(AssetRejected @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockAssetAsync(@event.AssetId, cancellationToken) is { } asset
            && asset.Refuse(AssetState.Rejected, @event.Code, @event.Reason, @event.RejectedAt))
            await titles.AssetFailedAsync(asset.TitleId, asset.Id, asset.Reason!, cancellationToken);
    }
}

/// <summary>A job ended without a result.</summary>
internal sealed class NoteEnd(CatalogDb db, TitleDesk titles) : IEventHandler<AssetTranscodeEnded>
{
    public async Task HandleAsync(AssetTranscodeEnded @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockAssetAsync(@event.AssetId, cancellationToken) is { } asset
            && asset.Refuse(AssetState.Failed, @event.Outcome, @event.Reason, @event.EndedAt))
            await titles.AssetFailedAsync(asset.TitleId, asset.Id, asset.Reason!, cancellationToken);
    }
}
