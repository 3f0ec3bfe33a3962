using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Contracts.Languages;

namespace Streamix.Media.Catalog.Assets;

internal static class TextsApi
{
    public static void MapTexts(this IEndpointRouteBuilder app)
    {
        var texts = app.MapGroup($"{AssetsApi.Route}/{{id:guid}}/texts").WithTags("Assets").RequireRole(Roles.Admin, Roles.Editor)
            .RequireRateLimiting(RateLimits.PerCaller).RequireAudit();
        texts.MapPost("/", AddAsync).WithName("AddCaptions").WithBodyLimit(UploadedFile.Body(CaptionFile.MostBytes))
            .WithSummary("Adds a WebVTT, SubRip or ASS file; packages that are made afterwards have it")
            .Accepts<IFormFile>("multipart/form-data", "text/vtt", "application/x-subrip", "text/plain", "application/octet-stream")
            .ProducesProblem(StatusCodes.Status409Conflict).WithRequestTimeout(AssetOptions.LongRequest);
        texts.MapGet("/{textId:guid}", ReadAsync).WithName("ReadCaptions").WithSummary("The file itself").Produces<string>(StatusCodes.Status200OK, "text/vtt");
        texts.MapDelete("/{textId:guid}", RemoveAsync).WithName("RemoveCaptions").WithSummary("Deletes a caption file");
    }

    private static async Task<Results<Created<TextView>, NotFound, ProblemHttpResult>> AddAsync(
        Guid id, [Example("pt-BR")] string language, HttpRequest request, CatalogDb db, TextDesk desk, IOptions<AssetOptions> options, TimeProvider time,
        CancellationToken cancellationToken, [Example("subtitles")] string kind = TextKinds.Subtitles)
    {
        if (!LanguageTag.IsValid(language))
            return Problems.Invalid("language", "must be a language tag such as pt-BR");
        if (!TextKinds.All.Contains(kind, StringComparer.Ordinal))
            return Problems.Invalid("kind", $"must be {string.Join(", ", TextKinds.All)}");
        if (!await db.Assets.AnyAsync(a => a.Id == id, cancellationToken))
            return TypedResults.NotFound();
        var body = await UploadedFile.ReadAsync(request, CaptionFile.MostBytes, options.Value.ReceiveTime, time, cancellationToken);
        var text = await desk.AddAsync(id, LanguageTag.Canonical(language), kind, CaptionFile.Read(body.Span), cancellationToken);
        return TypedResults.Created($"{AssetsApi.Route}/{id}/texts/{text.Id}", TextView.Of(text));
    }

    private static async Task<Results<FileStreamHttpResult, NotFound>> ReadAsync(
        Guid id, Guid textId, CatalogDb db, TextDesk desk, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await db.AssetTexts.AsNoTracking().SingleOrDefaultAsync(t => t.AssetId == id && t.Id == textId, cancellationToken) is not { } text
            || await desk.OpenAsync(text, cancellationToken) is not { } stored)
            return TypedResults.NotFound();
        response.RegisterForDisposeAsync(stored);
        response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(stored.Content, stored.Facts.ContentType, $"{text.Language}-{text.Kind}.{text.Format}");
    }

    private static Task<Results<NoContent, NotFound>> RemoveAsync(Guid id, Guid textId, TextDesk desk, CancellationToken cancellationToken) =>
        desk.RemoveAsync(id, textId, cancellationToken);
}
