using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Assets as editors see them.</summary>
internal static class AssetReading
{
    private static readonly Order<Asset> NewestFirst = Order.Descending((Asset a) => a.Id);

    public static async Task<Page<AssetView>> AssetPageAsync(this CatalogDb db, Guid? titleId, AssetState? state, PageQuery page, CancellationToken cancellationToken)
    {
        var found = await db.Assets.AsNoTracking()
            .Where(a => (titleId == null || a.TitleId == titleId) && (state == null || a.State == state))
            .ToPageAsync(page, NewestFirst, a => a, cancellationToken);
        return new(await db.ViewsAsync(found.Items, cancellationToken), found.Next);
    }

    public static async Task<AssetView?> AssetViewAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken) =>
        await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is { } asset
            ? (await db.ViewsAsync([asset], cancellationToken))[0]
            : null;

    private static async Task<IReadOnlyList<AssetView>> ViewsAsync(this CatalogDb db, IReadOnlyList<Asset> assets, CancellationToken cancellationToken)
    {
        var ids = assets.Select(a => a.Id).ToList();
        var playing = await db.Titles.Where(t => t.AssetId != null && ids.Contains(t.AssetId.Value)).Select(t => t.AssetId!.Value).ToHashSetAsync(cancellationToken);
        var texts = await db.AssetTexts.AsNoTracking().Where(t => ids.Contains(t.AssetId)).OrderBy(t => t.Language).ThenBy(t => t.Kind).ToListAsync(cancellationToken);
        return [.. assets.Select(a => AssetView.Of(a, playing.Contains(a.Id), texts.Where(t => t.AssetId == a.Id)))];
    }
}
