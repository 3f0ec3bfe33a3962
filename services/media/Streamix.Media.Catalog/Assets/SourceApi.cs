using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Assets;

/// <summary>Where the transcoder fetches what was uploaded.</summary>
internal static class SourceApi
{
    private const string Transcoder = "media-transcoder";

    public static void MapSources(this IEndpointRouteBuilder app) =>
        app.MapInternal("assets").WithTags("Sources").RequireService(Transcoder)
            .MapGet("/{id:guid}/source", ReadAsync).WithName("ReadAssetSource").WithSummary("Where the source and the caption files of an asset can be fetched for a while");

    private static async Task<Results<Ok<AssetSource>, NotFound>> ReadAsync(
        Guid id, CatalogDb db, IObjectStore store, IOptions<AssetOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (await db.Assets.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, cancellationToken) is not { IsThere: true } asset)
            return TypedResults.NotFound();
        var texts = await db.AssetTexts.AsNoTracking().Where(t => t.AssetId == id).OrderBy(t => t.Language).ThenBy(t => t.Kind).ToListAsync(cancellationToken);
        var (bucket, lifetime) = (options.Value.Sources, options.Value.SourceLifetime);
        return TypedResults.Ok(new AssetSource(
            store.PresignGet(bucket, AssetKeys.Source(id), lifetime), asset.Bytes, asset.ETag!, time.GetUtcNow() + lifetime,
            [.. texts.Select(t => new TextSource(store.PresignGet(bucket, t.Key, lifetime), t.Language, t.Kind, t.Format))]));
    }
}
