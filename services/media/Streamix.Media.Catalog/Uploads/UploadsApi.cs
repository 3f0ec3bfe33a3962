using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Storing;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Storage;

namespace Streamix.Media.Catalog.Uploads;

/// <summary>Uploads in parts. Bytes never pass through here: the client sends them to the store.</summary>
internal static class UploadsApi
{
    public const string Route = "/catalog/uploads";

    /// <summary>Room for 10,000 parts.</summary>
    private const int LargestBody = 4 << 20;

    private static readonly Order<Upload> NewestFirst = Order.Descending((Upload u) => u.Id);

    public static void MapUploads(this IEndpointRouteBuilder app)
    {
        var uploads = app.MapGroup(Route).WithTags("Uploads").RequireRole(Roles.Admin, Roles.Editor).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation();
        uploads.MapGet("/", ListAsync).WithName("ListUploads").WithSummary("Uploads, newest first");
        uploads.MapPost("/", StartAsync).WithName("StartUpload").WithSummary("Starts an upload: how the file is cut, and where its first parts go");
        uploads.MapGet("/{id:guid}", ReadAsync).WithName("ReadUpload").WithSummary("One upload");
        uploads.MapGet("/{id:guid}/parts", ArrivedAsync).WithName("ListArrivedParts").WithSummary("What has arrived and what is missing, to go on after a break")
            .ProducesProblem(StatusCodes.Status409Conflict);
        uploads.MapPost("/{id:guid}/urls", SignAsync).WithName("SignParts").WithSummary("Where certain parts go, or the next ones; also after an address has expired")
            .ProducesProblem(StatusCodes.Status409Conflict);
        uploads.MapPost("/{id:guid}/complete", CompleteAsync).WithName("CompleteUpload")
            .WithSummary("Compares what was sent with what has arrived and makes the file of it. May be repeated")
            .ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithRequestTimeout(AssetOptions.LongRequest);
        uploads.MapDelete("/{id:guid}", AbortAsync).WithName("AbortUpload").WithSummary("Gives an upload up; its parts are thrown away")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<UploadView>>> ListAsync(
        [Example("0197f3a2-6b1e-7cc3-9d40-5a1f6f0b7c11")] Guid? titleId, bool? going, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Uploads.AsNoTracking()
            .Where(u => (titleId == null || u.TitleId == titleId) && (going == null || u.EndedAt == null == going))
            .ToPageAsync(page, NewestFirst, UploadView.Of, cancellationToken));

    private static async Task<Results<Created<StartedUpload>, ProblemHttpResult>> StartAsync(
        UploadDraft draft, [FromHeader(Name = RequestKey.Header)] string? key, CatalogDb db, UploadDesk desk, Caller caller, HttpResponse response,
        CancellationToken cancellationToken)
    {
        var request = RequestKey.Of(caller, key, draft);
        var known = request is null ? null : await desk.FindAsync(request, cancellationToken);
        if (known is null)
        {
            var kind = await db.Titles.Where(t => t.Id == draft.TitleId).Select(t => t.Kind).SingleOrDefaultAsync(cancellationToken);
            if (kind is null || !Kinds.Plays(kind))
                return Problems.Invalid("titleId", kind is null ? "is not a title" : $"is a {kind}, which does not play: upload to a movie, an episode or a trailer");
            known = await desk.StartAsync(kind, draft, request, cancellationToken);
        }
        else
        {
            response.Headers["Idempotency-Replayed"] = "true";
            if (known.State == UploadState.Opening)
                known = await desk.OpenAsync(known, cancellationToken);
        }
        if (request is not null && !request.Fingerprint.AsSpan().SequenceEqual(known.Fingerprint))
            return Problems.Invalid(RequestKey.Header, "was used for another request");
        return TypedResults.Created($"{Route}/{known.Id}", new StartedUpload(UploadView.Of(known), await FirstAsync(desk, known, cancellationToken)));
    }

    private static async Task<Results<Ok<UploadView>, NotFound>> ReadAsync(Guid id, CatalogDb db, CancellationToken cancellationToken) =>
        await db.FindAsync(id, cancellationToken) is { } upload ? TypedResults.Ok(UploadView.Of(upload)) : TypedResults.NotFound();

    private static async Task<Results<Ok<ArrivedParts>, NotFound, ProblemHttpResult>> ArrivedAsync(
        Guid id, CatalogDb db, SourceShelf shelf, CancellationToken cancellationToken, [Example("0")] int after = 0, [Example("1000")] int limit = UrlsDraft.Most)
    {
        if (limit is < 1 or > UrlsDraft.Most || after < 0)
            throw ProblemException.BadRequest("limit", $"must be between 1 and {UrlsDraft.Most}");
        if (await db.FindAsync(id, cancellationToken) is not { } upload)
            return TypedResults.NotFound();
        if (upload.State != UploadState.Open)
            return UploadProblems.NotOpen(upload.State);
        if (await shelf.PartsAsync(upload, cancellationToken) is not { } stored)
            return UploadProblems.Lost();
        var rest = stored.Where(p => p.Number > after).OrderBy(p => p.Number).ToList();
        return TypedResults.Ok(new ArrivedParts(
            [.. rest.Take(limit).Select(p => new ArrivedPart(p.Number, p.Bytes, p.ETag, p.Digest?.Value))],
            rest.Count > limit ? rest[limit - 1].Number : null, stored.Count, stored.Sum(p => p.Bytes), PartComparison.Missing(upload.Plan, stored)));
    }

    private static async Task<Results<Ok<PartUrlPage>, NotFound, ProblemHttpResult>> SignAsync(
        Guid id, UrlsDraft draft, CatalogDb db, UploadDesk desk, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(id, cancellationToken) is not { } upload)
            return TypedResults.NotFound();
        if (upload.State == UploadState.Opening)
            upload = await desk.OpenAsync(upload, cancellationToken);
        if (upload.State != UploadState.Open)
            return UploadProblems.NotOpen(upload.State);
        var parts = draft.Parts ?? PartSelection.Next(upload, draft.After, draft.Limit);
        if (PartSelection.Faults(upload, parts) is { Count: > 0 } faults)
            return Problems.Invalid(faults);
        var urls = await desk.SignAsync(upload, parts, cancellationToken);
        if (urls.Count < parts.Count)
            return UploadProblems.NotOpen((await db.FindAsync(id, cancellationToken))?.State is { } state and not UploadState.Open ? state : UploadState.Expired);
        return TypedResults.Ok(new PartUrlPage(urls, draft.Parts is null ? PartSelection.After(upload, parts) : null));
    }

    private static async Task<Results<Ok<UploadView>, NotFound, ProblemHttpResult>> CompleteAsync(
        Guid id, CompletionDraft draft, CatalogDb db, SourceShelf shelf, UploadCompletion completion, IAudit audit, CancellationToken cancellationToken)
    {
        if (await db.FindAsync(id, cancellationToken) is not { } upload)
            return TypedResults.NotFound();
        // The answer to the first request may have been lost on its way.
        if (upload.State == UploadState.Completed)
            return TypedResults.Ok(UploadView.Of(upload));
        if (upload.State != UploadState.Open)
            return UploadProblems.NotOpen(upload.State);
        if (await shelf.PartsAsync(upload, cancellationToken) is not { } stored)
            return await db.FindAsync(id, cancellationToken) is { State: not UploadState.Open } moved ? UploadProblems.NotOpen(moved.State) : UploadProblems.Lost();
        if (PartComparison.Differences(upload, draft.Parts, stored) is { Count: > 0 } differences)
            return UploadProblems.Differs(differences);
        if (!await completion.BeginAsync(id, stored, () => audit.Record("upload.completed", $"upload:{id:n}"), cancellationToken))
            return UploadProblems.NotOpen((await db.FindAsync(id, cancellationToken))?.State ?? UploadState.Aborted);
        // Not the caller's token: what the store has begun is brought to its end, whoever hangs up.
        return await completion.FinishAsync(id, CancellationToken.None) switch
        {
            { State: UploadState.Completed } done => TypedResults.Ok(UploadView.Of(done)),
            { State: UploadState.Open, Failure: { } failure } => Problems.Conflict(failure),
            { } other => UploadProblems.NotOpen(other.State),
            null => TypedResults.NotFound(),
        };
    }

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> AbortAsync(Guid id, UploadDesk desk, CancellationToken cancellationToken) =>
        await desk.AbortAsync(id, cancellationToken) switch
        {
            null => TypedResults.NotFound(),
            UploadState.Aborted => TypedResults.NoContent(),
            { } state => UploadProblems.NotOpen(state),
        };

    private static Task<Upload?> FindAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken) =>
        db.Uploads.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken);

    private static async Task<PartUrlPage> FirstAsync(UploadDesk desk, Upload upload, CancellationToken cancellationToken)
    {
        if (upload.State != UploadState.Open || upload.Checksum != PartChecksum.None)
            return new([], null);
        var parts = PartSelection.Next(upload, 0, UrlsDraft.Usual);
        return new(await desk.SignAsync(upload, parts, cancellationToken), PartSelection.After(upload, parts));
    }
}
