using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.Media.Drm.Keys;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Cpix;

/// <summary>The keys of an asset for operators: their ids, and as CPIX documents in and out. A key never leaves unencrypted.</summary>
internal static class AssetKeysApi
{
    private const string Xml = "application/xml";
    private const int LargestBody = 16 * 1024;

    public static void MapAssetKeys(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup("/drm/assets/{assetId:guid}").WithTags("Keys").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller);
        assets.MapGet("/keys", ListAsync).WithName("ListContentKeys").WithSummary("The content keys of an asset, without the keys themselves");
        assets.MapPost("/cpix", ExportAsync).WithBodyLimit(LargestBody).WithValidation().RequireStepUp().RequireAudit()
            .WithName("ExportContentKeys").WithSummary("A CPIX 2.3 document with the keys encrypted for a partner's certificate").Produces<string>(contentType: Xml);
        assets.MapPut("/cpix", ImportAsync).WithBodyLimit(CpixReader.Largest).RequireStepUp().RequireAudit()
            .WithName("ImportContentKeys").WithSummary("Takes the keys of a CPIX 2.x document for an asset that is not packaged yet; keys that are there stay").Accepts<string>(Xml);
    }

    private static async Task<Ok<IReadOnlyList<ContentKeyView>>> ListAsync(Guid assetId, DrmDb db, CancellationToken cancellationToken)
    {
        var keys = await db.ContentKeys.AsNoTracking().Where(k => k.AssetId == assetId).OrderBy(k => k.CreatedAt).ThenBy(k => k.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ContentKeyView>>([.. keys.Select(ContentKeyView.Of)]);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(
        Guid assetId, ExportDraft draft, HttpResponse response, DrmDb db, CpixExchange exchange, IAudit audit, CancellationToken cancellationToken)
    {
        if (await exchange.ExportAsync(assetId, draft, cancellationToken) is not { } document)
            return TypedResults.NotFound();
        audit.Record("content-keys.exported", Target(assetId));
        await db.SaveChangesAsync(cancellationToken);
        response.Headers.CacheControl = "no-store";
        return TypedResults.Bytes(document, Xml, $"{assetId}.cpix.xml");
    }

    private static async Task<Results<Ok<ImportView>, ProblemHttpResult>> ImportAsync(
        Guid assetId, [AsParameters] ImportQuery query, HttpRequest request, DrmDb db, CpixExchange exchange, IAudit audit, CancellationToken cancellationToken)
    {
        if (request.ContentType?.Split(';')[0].Trim() is not (Xml or "text/xml"))
            return Problems.Of(StatusCodes.Status415UnsupportedMediaType, $"Send the document as {Xml}.");
        using var document = await exchange.ReadAsync(request.Body, cancellationToken);
        return await db.InTransactionAsync<Results<Ok<ImportView>, ProblemHttpResult>>(async token =>
        {
            var view = await exchange.ImportAsync(assetId, query.TitleId, document, token);
            audit.Record("content-keys.imported", Target(assetId));
            await db.SaveChangesAsync(token);
            return TypedResults.Ok(view);
        }, cancellationToken: cancellationToken);
    }

    private static string Target(Guid assetId) => $"asset:{assetId}";
}
