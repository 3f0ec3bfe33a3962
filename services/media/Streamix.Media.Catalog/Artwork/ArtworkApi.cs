using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Artwork;

internal static class ArtworkApi
{
    public static void MapArtwork(this IEndpointRouteBuilder app)
    {
        app.MapGet($"{ArtworkKeys.Route}/{{id:guid}}/{{width:int}}", ReadAsync).WithTags("Artwork").AllowAnonymous()
            .WithName("ReadArtwork").WithSummary("A picture in one of its sizes; what an address shows never changes");

        var desk = app.MapGroup(ArtworkKeys.Route).WithTags("Artwork").RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller).RequireAudit();
        desk.MapGet("/", ListAsync).WithName("ListArtwork").WithSummary("All pictures of a title or a person");
        desk.MapPost("/", HangAsync).WithName("AddArtwork").WithBodyLimit(UploadedFile.Body(PictureLimits.Bytes))
            .WithSummary("Adds a picture to a title, or a portrait to a person: JPEG, PNG, WebP or GIF, 20 MiB at most")
            .Accepts<IFormFile>("multipart/form-data", "image/jpeg", "image/png", "image/webp", "image/gif", "application/octet-stream")
            .ProducesProblem(StatusCodes.Status409Conflict).WithRequestTimeout(AssetOptions.LongRequest);
        desk.MapPost("/{id:guid}/choose", ChooseAsync).WithName("ChooseArtwork").WithSummary("This one is shown, instead of another of its kind and language");
        desk.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveArtwork").WithSummary("Deletes a picture");
    }

    private static async Task<Results<ArtworkFile, NotFound>> ReadAsync(
        Guid id, int width, CatalogDb db, IObjectStore store, IOptions<AssetOptions> options, HttpResponse response, CancellationToken cancellationToken)
    {
        if (!await db.Artworks.AnyAsync(a => a.Id == id && a.Widths.Contains(width), cancellationToken))
            return TypedResults.NotFound();
        return new ArtworkFile($"{id:n}-{width}", async () =>
        {
            if (await store.GetAsync(options.Value.Artwork, ArtworkKeys.Object(id, width), cancellationToken: cancellationToken) is not { } stored)
                return null;
            response.RegisterForDisposeAsync(stored);
            return stored.Content;
        });
    }

    private static async Task<Ok<IReadOnlyList<ArtworkItemView>>> ListAsync(
        [Example("0197f3a2-6b1e-7cc3-9d40-5a1f6f0b7c11")] Guid owner, CatalogDb db, ArtworkLinks links, CancellationToken cancellationToken)
    {
        var items = await db.Artworks.AsNoTracking().Where(a => a.TitleId == owner || a.PersonId == owner)
            .OrderBy(a => a.Kind).ThenBy(a => a.Language).ThenByDescending(a => a.Id).ToListAsync(cancellationToken);
        return TypedResults.Ok<IReadOnlyList<ArtworkItemView>>([.. items.Select(a => ArtworkItemView.Of(a, links))]);
    }

    private static async Task<Results<Created<ArtworkItemView>, NotFound, ProblemHttpResult>> HangAsync(
        [Example("0197f3a2-6b1e-7cc3-9d40-5a1f6f0b7c11")] Guid owner, [Example("poster")] string kind, [Example("pt-BR")] string? language, HttpRequest request,
        Studio studio, ArtworkDesk desk, ArtworkLinks links, IOptions<AssetOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        if (ArtworkKinds.Find(kind) is not { } known)
            return Problems.Invalid("kind", $"must be {string.Join(", ", ArtworkKinds.Names)}");
        language = string.IsNullOrEmpty(language) ? null : language;
        if (language is not null && !LanguageTag.IsValid(language))
            return Problems.Invalid("language", "must be a language tag such as pt-BR");
        if (!await desk.HasOwnerAsync(known, owner, cancellationToken))
            return TypedResults.NotFound();
        using var place = studio.Enter();
        var file = await UploadedFile.ReadAsync(request, PictureLimits.Bytes, options.Value.ReceiveTime, time, cancellationToken);
        var pictures = await studio.MakeAsync(known, file, cancellationToken);
        var item = await desk.HangAsync(known, owner, language is null ? null : LanguageTag.Canonical(language), pictures, cancellationToken);
        return TypedResults.Created(ArtworkKeys.Address(item.Id, item.Widths[^1]), ArtworkItemView.Of(item, links));
    }

    private static Task<Results<NoContent, NotFound>> ChooseAsync(Guid id, ArtworkDesk desk, CancellationToken cancellationToken) => desk.ShowAsync(id, cancellationToken);

    private static Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, ArtworkDesk desk, CancellationToken cancellationToken) => desk.RemoveAsync(id, cancellationToken);
}

/// <summary>A picture as editors see it.</summary>
/// <param name="Id">The picture.</param>
/// <param name="Kind"><c>poster</c>, <c>backdrop</c>, <c>logo</c>, <c>still</c> or <c>portrait</c>.</param>
/// <param name="Language">BCP 47 when there is writing on it; null for any.</param>
/// <param name="Main">The one that is shown, of its kind and language.</param>
/// <param name="Images">From small to large.</param>
/// <param name="Bytes">Of all sizes together.</param>
/// <param name="CreatedAt">UTC.</param>
internal sealed record ArtworkItemView(Guid Id, string Kind, string? Language, bool Main, IReadOnlyList<ArtworkImage> Images, long Bytes, DateTimeOffset CreatedAt)
{
    public static ArtworkItemView Of(ArtworkItem item, ArtworkLinks links) =>
        new(item.Id, item.Kind, item.Language, item.Main, links.Of(item), item.Bytes, item.CreatedAt);
}
