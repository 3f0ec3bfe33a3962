using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Assets;

internal static class AssetsApi
{
    public const string Route = "/catalog/assets";
    private const int LargestBody = 64 * 1024;

    public static void MapAssetRoutes(this IEndpointRouteBuilder app)
    {
        var assets = app.MapGroup(Route).WithTags("Assets").RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        assets.MapGet("/", ListAsync).WithName("ListAssets").WithSummary("The files of a title, or of all, newest first, with the progress of each rendition");
        assets.MapGet("/{id:guid}", ReadAsync).WithName("ReadAsset").WithSummary("One file and what became of it");
        assets.MapPost("/{id:guid}/choose", ChooseAsync).WithName("ChooseAsset").WithSummary("Its title shows this one from now on")
            .ProducesProblem(StatusCodes.Status409Conflict);
        assets.MapPut("/{id:guid}/markers", MarkAsync).WithName("MarkAsset").WithSummary("Replaces its intro, recap, credits and chapters; what plays has them at once")
            .ProducesProblem(StatusCodes.Status409Conflict);
        assets.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveAsset").WithSummary("Deletes its files; a line of history stays")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<AssetView>>> ListAsync(
        [Example("0197f3a2-6b1e-7cc3-9d40-5a1f6f0b7c11")] Guid? titleId, AssetState? state, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.AssetPageAsync(titleId, state, page, cancellationToken));

    private static async Task<Results<Ok<AssetView>, NotFound>> ReadAsync(Guid id, CatalogDb db, CancellationToken cancellationToken) =>
        await db.AssetViewAsync(id, cancellationToken) is { } asset ? TypedResults.Ok(asset) : TypedResults.NotFound();

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> ChooseAsync(Guid id, AssetDesk desk, CancellationToken cancellationToken) =>
        desk.ChooseAsync(id, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> MarkAsync(Guid id, MarkersDraft draft, AssetDesk desk, CancellationToken cancellationToken) =>
        desk.MarkAsync(id, draft, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(Guid id, AssetDesk desk, CancellationToken cancellationToken) =>
        desk.RemoveAsync(id, cancellationToken);
}
