using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Revisions;

internal static class RevisionsApi
{
    private static readonly Order<TitleRevision> NewestFirst = Order.Descending((TitleRevision r) => r.Number);

    public static void MapRevisions(this IEndpointRouteBuilder app)
    {
        var revisions = app.MapEditing($"{EditingApi.Route}/{{id:guid}}/revisions", "Revisions");
        revisions.MapGet("/", ListAsync).WithName("ListTitleRevisions").WithSummary("Who wrote what when, newest first");
        revisions.MapGet("/{number:long}", ReadAsync).WithName("ReadTitleRevision").WithSummary("What was written of the title then");
        revisions.MapGet("/{number:long}/diff", CompareAsync).WithName("CompareTitleRevisions").WithSummary("What differs from another revision, place by place");
        revisions.MapPost("/{number:long}/restore", RestoreAsync).WithName("RestoreTitleRevision").WithSummary("Writes again what was written then, as a new revision")
            .ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status409Conflict);
    }

    private static async Task<Ok<Page<RevisionLine>>> ListAsync(Guid id, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Revisions.AsNoTracking().Where(r => r.TitleId == id).ToPageAsync(page, NewestFirst, RevisionLine.Of, cancellationToken));

    private static async Task<Results<Ok<RevisionFile>, NotFound>> ReadAsync(Guid id, long number, CatalogDb db, CancellationToken cancellationToken) =>
        await db.FindRevisionAsync(id, number, cancellationToken) is { } revision ? TypedResults.Ok(RevisionFile.Of(revision)) : TypedResults.NotFound();

    private static async Task<Results<Ok<RevisionDiff>, NotFound>> CompareAsync(
        Guid id, long number, [Description("The revision to compare with; the one before unless told."), Example("1")] long? against, CatalogDb db, CancellationToken cancellationToken)
    {
        if (await db.FindRevisionAsync(id, number, cancellationToken) is not { } after)
            return TypedResults.NotFound();
        var before = against is { } other
            ? await db.FindRevisionAsync(id, other, cancellationToken)
            : await db.Revisions.AsNoTracking().Where(r => r.TitleId == id && r.Number < number).OrderByDescending(r => r.Number).FirstOrDefaultAsync(cancellationToken);
        if (before is null && against is not null)
            return TypedResults.NotFound();
        return TypedResults.Ok(new RevisionDiff(before?.Number, number, before is null ? ContentDiff.Of(after.Content) : ContentDiff.Between(before.Content, after.Content)));
    }

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> RestoreAsync(
        Guid id, long number, IfMatch ifMatch, CatalogDb db, TitleEditor editor, CancellationToken cancellationToken) =>
        await db.FindRevisionAsync(id, number, cancellationToken) is { } revision
            ? (await editor.ChangeAsync(id, ifMatch, revision.Content, $"restored {number}", cancellationToken)).Answer()
            : Problems.NotFound();

    private static Task<TitleRevision?> FindRevisionAsync(this CatalogDb db, Guid id, long number, CancellationToken cancellationToken) =>
        db.Revisions.AsNoTracking().SingleOrDefaultAsync(r => r.TitleId == id && r.Number == number, cancellationToken);
}

/// <summary>A revision in a list.</summary>
/// <param name="Act"><c>created</c>, <c>edited</c>, <c>restored 7</c>, <c>imported</c>, <c>artwork</c>.</param>
internal sealed record RevisionLine(long Number, string Act, string Actor, DateTimeOffset WrittenAt)
{
    public static RevisionLine Of(TitleRevision r) => new(r.Number, r.Act, r.Actor, r.WrittenAt);
}

/// <summary>A revision with what was written.</summary>
internal sealed record RevisionFile(long Number, string Act, string Actor, DateTimeOffset WrittenAt, TitleContent Content)
{
    public static RevisionFile Of(TitleRevision r) => new(r.Number, r.Act, r.Actor, r.WrittenAt, r.Content);
}

/// <summary>What differs between two revisions.</summary>
/// <param name="Before">Null when there was none before.</param>
internal sealed record RevisionDiff(long? Before, long After, IReadOnlyList<Change> Changes);
