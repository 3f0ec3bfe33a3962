using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Facts;

namespace Streamix.Streaming.WatchHistory.Watching;

/// <summary>The history of the profile that is picked in the session.</summary>
internal static class HistoryApi
{
    private static readonly Order<Watched> LatestFirst = Order.Descending((Watched w) => w.PlayedAt).ThenDescending(w => w.TitleId);

    public static void MapHistory(this IEndpointRouteBuilder app)
    {
        var history = app.MapGroup("/history").WithTags("History").RequireCaller().RequireRateLimiting(RateLimits.PerCaller);
        history.MapGet("/", ListAsync).WithName("ListHistory").WithSummary("What my profile watched, latest first");
        history.MapDelete("/", ClearAsync).WithName("ClearHistory").WithSummary("Forgets all my profile watched until now");
        history.MapGet("/continue", ContinueAsync).WithName("ContinueWatching").WithSummary("What to go on with: what was begun, and the next episodes");
        history.MapGet("/titles/{titleId:guid}", ReadAsync).WithName("ReadWatched").WithSummary("How far my profile is in a title");
        history.MapDelete("/titles/{titleId:guid}", ForgetAsync).WithName("ForgetWatched").WithSummary("Forgets a title");
        history.MapPut("/titles/{titleId:guid}/hidden", HideAsync).WithName("HideWatched").WithSummary("Does not offer a title or series to go on with, until it is played again");
        history.MapDelete("/titles/{titleId:guid}/hidden", ShowAsync).WithName("ShowWatched").WithSummary("Offers it again");
        history.MapPut("/titles/{titleId:guid}/completed", CompleteAsync).WithName("CompleteWatched").WithSummary("Counts a title as watched to its end");
    }

    private static async Task<Ok<Page<WatchedView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] HistoryQuery query, HistoryDb db, FactsDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.AccountId;
        var mine = db.Remembered(Profile(caller)).Where(w => w.AccountId == account);
        if (query.SeriesId is not null)
            await desk.LearnAsync(mine, cancellationToken);
        var rows = await mine
            .Where(w => query.Completed == null || (w.CompletedAt != null) == query.Completed)
            .Where(w => query.SeriesId == null || db.Facts.Any(f => f.TitleId == w.TitleId && f.SeriesId == query.SeriesId))
            .ToPageAsync(page, LatestFirst, w => w, cancellationToken);
        var facts = await desk.FindAsync([.. rows.Items.Select(w => w.TitleId)], cancellationToken);
        return TypedResults.Ok(new Page<WatchedView>([.. rows.Items.Select(w => WatchedView.Of(w, facts.GetValueOrDefault(w.TitleId)))], rows.Next));
    }

    private static async Task<Ok<Page<ContinueView>>> ContinueAsync([AsParameters] PageQuery page, ContinueReader reader, Caller caller, CancellationToken cancellationToken) =>
        TypedResults.Ok(await reader.ReadAsync(caller.AccountId, Profile(caller), page, cancellationToken));

    private static async Task<Results<Ok<WatchedView>, NotFound>> ReadAsync(Guid titleId, HistoryDb db, FactsDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        var account = caller.AccountId;
        if (await db.Remembered(Profile(caller)).SingleOrDefaultAsync(w => w.AccountId == account && w.TitleId == titleId, cancellationToken) is not { } watched)
            return TypedResults.NotFound();
        return TypedResults.Ok(WatchedView.Of(watched, (await desk.FindAsync([titleId], cancellationToken)).GetValueOrDefault(titleId)));
    }

    private static async Task<NoContent> ClearAsync(HistoryDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        await desk.ClearAsync(caller.AccountId, Profile(caller), null, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ForgetAsync(Guid titleId, HistoryDesk desk, Caller caller, CancellationToken cancellationToken)
    {
        await desk.ClearAsync(caller.AccountId, Profile(caller), titleId, null, cancellationToken);
        return TypedResults.NoContent();
    }

    private static Task<Results<NoContent, NotFound>> HideAsync(Guid titleId, HistoryDesk desk, Caller caller, CancellationToken cancellationToken) =>
        SetHiddenAsync(titleId, true, desk, caller, cancellationToken);

    private static Task<Results<NoContent, NotFound>> ShowAsync(Guid titleId, HistoryDesk desk, Caller caller, CancellationToken cancellationToken) =>
        SetHiddenAsync(titleId, false, desk, caller, cancellationToken);

    private static async Task<Results<NoContent, NotFound>> SetHiddenAsync(Guid titleId, bool hidden, HistoryDesk desk, Caller caller, CancellationToken cancellationToken) =>
        await desk.HideAsync(caller.AccountId, Profile(caller), titleId, hidden, cancellationToken) > 0 ? TypedResults.NoContent() : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound>> CompleteAsync(Guid titleId, HistoryDesk desk, FactsDesk facts, Caller caller, CancellationToken cancellationToken)
    {
        var (account, profile) = (caller.AccountId, Profile(caller));
        if ((await facts.FindAsync([titleId], cancellationToken)).GetValueOrDefault(titleId) is not { Published: true } known)
            return TypedResults.NotFound();
        await desk.CompleteAsync(account, profile, titleId, known.Duration, cancellationToken);
        return TypedResults.NoContent();
    }

    /// <exception cref="ProblemException">403: no profile is picked.</exception>
    private static Guid Profile(Caller caller) =>
        caller.ProfileId ?? throw new ProblemException(StatusCodes.Status403Forbidden, "Pick a profile first.");
}
