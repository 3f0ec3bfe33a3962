using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Plans;

namespace Streamix.Streaming.Rights.Windows;

/// <summary>Extra release windows by title, territory and plan.</summary>
internal static class WindowApi
{
    private const string Route = "/rights/admin/windows";
    private const int LargestBody = 4096;
    private static readonly Order<ExtraWindow> NewestFirst = Order.Descending((ExtraWindow w) => w.CreatedAt).ThenDescending(w => w.Id);

    public static void MapExtraWindows(this IEndpointRouteBuilder app)
    {
        var windows = app.MapGroup(Route).WithTags("Release windows").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        windows.MapGet("/", ListAsync).WithName("ListExtraWindows").WithSummary("Extra windows, newest first; of one title, territory or plan");
        windows.MapPost("/", CreateAsync).WithName("CreateExtraWindow").WithSummary("Opens a title beyond the catalog").WithIdempotency<RightsDb>();
        windows.MapGet("/{id:guid}", ReadAsync).WithName("ReadExtraWindow").WithSummary("An extra window");
        windows.MapPut("/{id:guid}", ChangeAsync).WithName("ChangeExtraWindow").WithSummary("Another place, time or plan");
        windows.MapDelete("/{id:guid}", RemoveAsync).WithName("RemoveExtraWindow").WithSummary("Back to what the catalog says");
    }

    private static async Task<Ok<Page<ExtraWindowView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] ExtraWindowFilter filter, RightsDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.ExtraWindows.AsNoTracking().Include(w => w.Plan)
            .Where(w => (filter.TitleId == null || w.TitleId == filter.TitleId)
                && (filter.Territory == null || w.Territory == filter.Territory)
                && (filter.Plan == null || w.Plan!.Code == filter.Plan))
            .ToPageAsync(page, NewestFirst, ExtraWindowView.Of, cancellationToken));

    private static async Task<Results<Created<ExtraWindowView>, ProblemHttpResult>> CreateAsync(
        ExtraWindowDraft draft, RightsDb db, WindowDesk desk, AccountPlanDesk plans, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7(time.GetUtcNow());
        return await OnceAsync(() => db.InTransactionAsync<Results<Created<ExtraWindowView>, ProblemHttpResult>>(async token =>
        {
            if (await TermsAsync(plans, draft.Territory, draft.Plan, draft.From, draft.Until, token) is not { } terms)
                return Problems.Invalid("plan", "is not the code of a plan");
            audit.Record("release-window.created", Target(id));
            var window = await desk.OpenAsync(id, draft.TitleId, terms, token);
            return TypedResults.Created($"{Route}/{id}", ExtraWindowView.Of(window, draft.Plan));
        }, cancellationToken: cancellationToken));
    }

    private static async Task<Results<Versioned<ExtraWindowView>, NotFound>> ReadAsync(Guid id, RightsDb db, CancellationToken cancellationToken) =>
        await db.ExtraWindows.AsNoTracking().Include(w => w.Plan).SingleOrDefaultAsync(w => w.Id == id, cancellationToken) is { } window
            ? Versioned.Ok(ExtraWindowView.Of(window), window)
            : TypedResults.NotFound();

    private static Task<Results<Versioned<ExtraWindowView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, IfMatch ifMatch, ExtraWindowChange change, RightsDb db, WindowDesk desk, AccountPlanDesk plans, IAudit audit, CancellationToken cancellationToken) =>
        OnceAsync(() => db.InTransactionAsync<Results<Versioned<ExtraWindowView>, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await desk.FindAsync(id, token) is not { } window)
                return TypedResults.NotFound();
            if (!ifMatch.Matches(window))
                return Problems.Stale();
            if (await TermsAsync(plans, change.Territory, change.Plan, change.From, change.Until, token) is not { } terms)
                return Problems.Invalid("plan", "is not the code of a plan");
            audit.Record("release-window.changed", Target(id), null, "terms");
            await desk.ChangeAsync(window, terms, token);
            return Versioned.Ok(ExtraWindowView.Of(window, change.Plan), window);
        }, cancellationToken: cancellationToken));

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        Guid id, IfMatch ifMatch, RightsDb db, WindowDesk desk, IAudit audit, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await desk.FindAsync(id, token) is not { } window)
                return TypedResults.NotFound();
            if (!ifMatch.Matches(window))
                return Problems.Stale();
            audit.Record("release-window.removed", Target(id));
            await desk.RemoveAsync(window, token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    /// <summary>Null where there is no such plan.</summary>
    private static async Task<WindowTerms?> TermsAsync(
        AccountPlanDesk plans, string territory, string? plan, DateTimeOffset from, DateTimeOffset? until, CancellationToken cancellationToken)
    {
        var planId = plan is null ? null : await plans.PlanAsync(plan, cancellationToken);
        return plan is not null && planId is null ? null : new(territory, planId, from, until);
    }

    private static async Task<T> OnceAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "There is a window for this title, territory, plan and begin already.");
        }
    }

    private static string Target(Guid id) => $"release-window:{id}";
}
