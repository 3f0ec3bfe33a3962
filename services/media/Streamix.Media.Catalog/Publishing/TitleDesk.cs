using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Revisions;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Assets;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>
/// What uploads and packages mean to a title. Works in the caller's transaction, takes the title's lock there and saves nothing;
/// a title that is gone is left alone.
/// </summary>
internal sealed class TitleDesk(CatalogDb db, Publisher publisher, Chronicle chronicle, TimeProvider time)
{
    /// <summary>May it have an asset?</summary>
    public Task<bool> ExistsAndPlaysAsync(Guid titleId, CancellationToken cancellationToken) =>
        db.Titles.AnyAsync(t => t.Id == titleId && Kinds.Playing.Contains(t.Kind), cancellationToken);

    /// <summary>A source is whole: a draft is being processed from now on, anything else goes on as it is until the new asset is ready.</summary>
    public async Task AssetUploadedAsync(Guid titleId, Guid assetId, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(titleId, cancellationToken) is not { } title)
            return;
        title.Await(assetId, time.GetUtcNow());
        if (title.State == TitleState.Draft)
            await publisher.MoveAsync(title, TitleState.Processing, Actor(assetId), "A source was uploaded.", cancellationToken);
    }

    /// <summary>
    /// The renditions are whole. True: they play from now on. False: the title has a newer asset, or is open or about to open and keeps
    /// what it has until <see cref="ChooseAssetAsync"/>.
    /// </summary>
    public async Task<bool> AssetReadyAsync(Guid titleId, Guid assetId, MediaPackage package, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(titleId, cancellationToken) is not { } title)
            return false;
        var isOpen = title.State is TitleState.Published or TitleState.Scheduled;
        if (title.AssetId is { } present && present != assetId && (isOpen || present.CompareTo(assetId) > 0))
        {
            title.StopAwaiting(assetId);
            return false;
        }
        await AttachAsync(title, assetId, package, cancellationToken);
        return true;
    }

    /// <summary>The asset plays from now on, in whatever state the title is. False: there is no such title.</summary>
    public async Task<bool> ChooseAssetAsync(Guid titleId, Guid assetId, MediaPackage package, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(titleId, cancellationToken) is not { } title)
            return false;
        await AttachAsync(title, assetId, package, cancellationToken);
        return true;
    }

    /// <summary>Nothing comes of the asset. What was being processed for it alone is a draft again; what has an older one stays as it is.</summary>
    public async Task AssetFailedAsync(Guid titleId, Guid assetId, string reason, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(titleId, cancellationToken) is not { } title || title.AwaitedAssetId != assetId)
            return;
        title.StopAwaiting(assetId);
        if (title.State == TitleState.Processing)
            await publisher.MoveAsync(title, TitleState.Draft, Actor(assetId), reason, cancellationToken);
    }

    /// <summary>Its pictures are others now.</summary>
    public async Task ArtworkChangedAsync(Guid titleId, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(titleId, cancellationToken) is not { } title)
            return;
        title.Touch(time.GetUtcNow());
        await chronicle.RecordAsync(title, "artwork", cancellationToken);
        await publisher.ChangedAsync(title, cancellationToken);
    }

    private static string Actor(Guid assetId) => $"asset:{assetId:n}";

    private async Task AttachAsync(Title title, Guid assetId, MediaPackage package, CancellationToken cancellationToken)
    {
        title.Attach(assetId, package, time.GetUtcNow());
        if (title.State is TitleState.Draft or TitleState.Processing)
            await publisher.MoveAsync(title, TitleState.Ready, Actor(assetId), "The renditions are ready.", cancellationToken);
        else
            await publisher.ChangedAsync(title, cancellationToken);
    }
}
