using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Editing;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Publishing;

internal static class PublishingApi
{
    private static readonly Order<TitleMove> NewestFirst = Order.Descending((TitleMove m) => m.Id);

    public static void MapPublishing(this IEndpointRouteBuilder app)
    {
        var title = app.MapEditing($"{EditingApi.Route}/{{id:guid}}", "Publishing");
        title.MapGet("/moves", ListMovesAsync).WithName("ListTitleMoves").WithSummary("How the title came to its state, newest first");
        Move(title.MapPost("/ready", ReadyAsync).WithName("ReadyTitle"), "A series or season is written; a scheduled or withdrawn title goes back");
        Move(title.MapPost("/draft", RedraftAsync).WithName("RedraftTitle"), "A series or season goes back to its writers");
        Move(title.MapPost("/schedule", ScheduleAsync).WithName("ScheduleTitle"), "The title opens by itself at a time; again for another time");
        Move(title.MapPost("/publish", PublishAsync).WithName("PublishTitle"), "The title opens now");
        Move(title.MapPost("/withdraw", WithdrawAsync).WithName("WithdrawTitle"), "The title closes now");
    }

    private static void Move(RouteHandlerBuilder route, string summary) => route.WithSummary(summary).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Ok<Page<MoveLine>>> ListMovesAsync(Guid id, [AsParameters] PageQuery page, CatalogDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Moves.AsNoTracking().Where(m => m.TitleId == id).ToPageAsync(page, NewestFirst, MoveLine.Of, cancellationToken));

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> ReadyAsync(
        Guid id, IfMatch ifMatch, MoveDraft draft, PublishingDesk desk, CancellationToken cancellationToken) =>
        (await desk.MoveAsync(id, ifMatch, TitleState.Ready, "title.readied", draft.Reason, cancellationToken)).Answer();

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> RedraftAsync(
        Guid id, IfMatch ifMatch, MoveDraft draft, PublishingDesk desk, CancellationToken cancellationToken) =>
        (await desk.MoveAsync(id, ifMatch, TitleState.Draft, "title.redrafted", draft.Reason, cancellationToken)).Answer();

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> ScheduleAsync(
        Guid id, IfMatch ifMatch, ScheduleDraft draft, PublishingDesk desk, CancellationToken cancellationToken) =>
        (await desk.MoveAsync(id, ifMatch, TitleState.Scheduled, "title.scheduled", draft.Reason, cancellationToken, draft.PublishAt)).Answer();

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> PublishAsync(
        Guid id, IfMatch ifMatch, MoveDraft draft, PublishingDesk desk, CancellationToken cancellationToken) =>
        (await desk.MoveAsync(id, ifMatch, TitleState.Published, "title.published", draft.Reason, cancellationToken)).Answer();

    private static async Task<Results<Versioned<TitleFile>, ProblemHttpResult>> WithdrawAsync(
        Guid id, IfMatch ifMatch, WithdrawDraft draft, PublishingDesk desk, CancellationToken cancellationToken) =>
        (await desk.MoveAsync(id, ifMatch, TitleState.Withdrawn, "title.withdrawn", draft.Reason, cancellationToken)).Answer();
}

/// <summary>A step of a title.</summary>
/// <param name="Revision">The title's revision after it.</param>
/// <param name="Actor"><c>account:…</c>, <c>service:…</c> or <c>asset:…</c>.</param>
internal sealed record MoveLine(string From, string To, long Revision, DateTimeOffset? PublishAt, string Actor, string? Reason, DateTimeOffset MovedAt)
{
    public static MoveLine Of(TitleMove m) => new(m.From.Name(), m.To.Name(), m.Revision, m.PublishAt, m.Actor, m.Reason, m.MovedAt);
}
