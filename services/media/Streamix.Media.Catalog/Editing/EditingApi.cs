using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

internal static class EditingApi
{
    public const string Route = "/catalog/admin/titles";

    public static void MapEditing(this IEndpointRouteBuilder app)
    {
        var titles = app.MapEditing(Route, "Editing");
        titles.MapGet("/", ListAsync).WithName("ListTitles").WithSummary("Finds titles in every state");
        titles.MapPost("/", CreateAsync).WithName("CreateTitle").WithSummary("Adds a movie, series, season, episode or trailer as a draft")
            .WithIdempotency<CatalogDb>().ProducesProblem(StatusCodes.Status409Conflict);
        titles.MapGet("/{id:guid}", ReadAsync).WithName("ReadTitleFile").WithSummary("A title as editors see it");
        titles.MapPut("/{id:guid}", ChangeAsync).WithName("ChangeTitle").WithSummary("Replaces what is written of a title; what is open stays complete")
            .ProducesProblem(StatusCodes.Status409Conflict);
        titles.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveTitle").WithSummary("Removes a title for good, with all that belongs to it")
            .ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<TitleLine>>> ListAsync([AsParameters] TitleSearch search, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await search.Filter(db.Titles.AsNoTracking()).ToPageAsync(page, search.Order(), TitleLine.Of, cancellationToken));

    private static async Task<Results<Created<TitleFile>, ProblemHttpResult>> CreateAsync(NewTitle wanted, TitleEditor editor, CancellationToken cancellationToken) =>
        await editor.CreateAsync(wanted, "created", cancellationToken) switch
        {
            { Refusal: { } refusal } => refusal,
            { Title: var title } => TypedResults.Created($"{Route}/{title!.Id}", TitleFile.Of(title)),
        };

    private static async Task<Results<Versioned<TitleFile>, NotFound>> ReadAsync(Guid id, CatalogDb db, CancellationToken cancellationToken) =>
        await db.Titles.AsNoTracking().WithParts().SingleOrDefaultAsync(t => t.Id == id, cancellationToken) is { } title
            ? Versioned.Ok(TitleFile.Of(title), title)
            : TypedResults.NotFound();

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> ChangeAsync(
        Guid id, IfMatch ifMatch, TitleContent content, TitleEditor editor, CancellationToken cancellationToken) =>
        (await editor.ChangeAsync(id, ifMatch, content, "edited", cancellationToken)).Answer();

    private static async Task<Results<NoContent, ProblemHttpResult>> RemoveAsync(Guid id, IfMatch ifMatch, TitleRemoval removal, CancellationToken cancellationToken) =>
        await removal.RemoveAsync(id, ifMatch, cancellationToken) is { Refusal: { } refusal } ? refusal : TypedResults.NoContent();

    /// <summary>The title with its tag, or why not.</summary>
    public static Results<Versioned<TitleFile>, ProblemHttpResult> Answer(this Edit edit) => edit switch
    {
        { Refusal: { } refusal } => refusal,
        { Title: var title } => Versioned.Ok(TitleFile.Of(title!), title!),
    };
}
