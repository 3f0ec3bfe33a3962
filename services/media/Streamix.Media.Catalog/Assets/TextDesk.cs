using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Caption files of assets: announced, stored, then written down.</summary>
internal sealed class TextDesk(
    CatalogDb db, IObjectStore store, CatalogBuckets buckets, LeftoverLedger leftovers, IAudit audit, IOptions<AssetOptions> options, TimeProvider time)
{
    private const int Most = 100;
    private readonly string _bucket = options.Value.Sources;

    /// <exception cref="ProblemException">409: the asset is gone, or has as many as it may.</exception>
    public async Task<AssetText> AddAsync(Guid assetId, string language, string kind, CaptionFile file, CancellationToken cancellationToken)
    {
        var text = new AssetText(assetId, language, kind, file, time.GetUtcNow());
        var announced = await leftovers.AnnounceAsync(_bucket, text.Key, cancellationToken);
        await buckets.WithAsync(_bucket, () => store.PutAsync(_bucket, text.Key, new MemoryStream(file.Content), new(file.ContentType), cancellationToken), cancellationToken);
        await db.InTransactionAsync(async token =>
        {
            if (await db.LockAssetAsync(assetId, token) is not { State: not AssetState.Removed })
                throw new ProblemException(StatusCodes.Status409Conflict, "The asset is gone.");
            if (await db.AssetTexts.CountAsync(t => t.AssetId == assetId, token) >= Most)
                throw new ProblemException(StatusCodes.Status409Conflict, $"An asset has at most {Most} caption files.");
            await leftovers.KeepAsync(announced, token);
            db.AssetTexts.Add(text);
            audit.Record("asset.text-added", AssetDesk.Target(assetId));
            await db.SaveChangesAsync(token);
        }, cancellationToken: cancellationToken);
        return text;
    }

    /// <summary>Null when the asset has no such file.</summary>
    public Task<StoredObject?> OpenAsync(AssetText text, CancellationToken cancellationToken) => store.GetAsync(_bucket, text.Key, cancellationToken: cancellationToken);

    public Task<Results<NoContent, NotFound>> RemoveAsync(Guid assetId, Guid textId, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound>>(async token =>
        {
            await db.LockAssetAsync(assetId, token);
            if (await db.AssetTexts.SingleOrDefaultAsync(t => t.AssetId == assetId && t.Id == textId, token) is not { } text)
                return TypedResults.NotFound();
            db.AssetTexts.Remove(text);
            leftovers.Doom(_bucket, text.Key);
            audit.Record("asset.text-removed", AssetDesk.Target(assetId));
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
}
