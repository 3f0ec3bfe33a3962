using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>Plans are data: a change holds for the next decision of every replica, renewals of what plays included.</summary>
internal static class PlanApi
{
    private const string Route = "/rights/admin/plans";
    private const int LargestBody = 4096;
    private static readonly Order<Plan> NewestFirst = Order.Descending((Plan p) => p.CreatedAt).ThenDescending(p => p.Id);

    public static void MapPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup(Route).WithTags("Plans").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        plans.MapGet("/", ListAsync).WithName("ListPlans").WithSummary("Plans, newest first");
        plans.MapPost("/", CreateAsync).WithName("CreatePlan").WithSummary("A plan").WithIdempotency<RightsDb>();
        plans.MapGet("/{id:guid}", ReadAsync).WithName("ReadPlan").WithSummary("A plan");
        plans.MapPut("/{id:guid}", ChangeAsync).WithName("ChangePlan").WithSummary("What it says from now on");
        plans.MapPost("/{id:guid}/default", BeDefaultAsync).WithName("MakePlanDefault").WithSummary("Makes it the plan of accounts without one of their own");
        plans.MapDelete("/{id:guid}", RemoveAsync).WithName("RemovePlan").WithSummary("Removes a plan that no account and no window refers to");
    }

    private static async Task<Ok<Page<PlanView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] PlanFilter filter, RightsDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.Plans.AsNoTracking().Where(p => filter.Code == null || p.Code == filter.Code).ToPageAsync(page, NewestFirst, PlanView.Of, cancellationToken));

    private static async Task<Created<PlanView>> CreateAsync(PlanDraft draft, RightsDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        try
        {
            var view = await db.InTransactionAsync(async token =>
            {
                var plan = new Plan(id, draft.Code, draft.ToDetails(), now);
                db.Plans.Add(plan);
                audit.Record("plan.created", Target(id));
                await db.SaveChangesAsync(token);
                await db.TellAsync(FactNews.Plans, token);
                return PlanView.Of(plan);
            }, cancellationToken: cancellationToken);
            return TypedResults.Created($"{Route}/{id}", view);
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            throw new ProblemException(StatusCodes.Status409Conflict, "There is a plan of this code already.");
        }
    }

    private static async Task<Results<Versioned<PlanView>, NotFound>> ReadAsync(Guid id, RightsDb db, CancellationToken cancellationToken) =>
        await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken) is { } plan
            ? Versioned.Ok(PlanView.Of(plan), plan)
            : TypedResults.NotFound();

    private static Task<Results<Versioned<PlanView>, NotFound, ProblemHttpResult>> ChangeAsync(
        Guid id, IfMatch ifMatch, PlanChange change, RightsDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<Versioned<PlanView>, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await db.Plans.SingleOrDefaultAsync(p => p.Id == id, token) is not { } plan)
                return TypedResults.NotFound();
            if (!ifMatch.Matches(plan))
                return Problems.Stale();
            plan.Take(change.ToDetails(), time.GetUtcNow());
            audit.Record("plan.changed", Target(id), null, "details");
            await db.SaveChangesAsync(token);
            await db.TellAsync(FactNews.Plans, token);
            return Versioned.Ok(PlanView.Of(plan), plan);
        }, cancellationToken: cancellationToken);

    private static Task<Results<Versioned<PlanView>, NotFound>> BeDefaultAsync(
        Guid id, RightsDb db, IAudit audit, TimeProvider time, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<Versioned<PlanView>, NotFound>>(async token =>
        {
            if (await db.Plans.SingleOrDefaultAsync(p => p.Id == id, token) is not { } plan)
                return TypedResults.NotFound();
            var now = time.GetUtcNow();
            await db.Plans.Where(p => p.IsDefault && p.Id != id).ExecuteUpdateAsync(set => set.SetProperty(p => p.IsDefault, false).SetProperty(p => p.ChangedAt, now), token);
            plan.BeDefault(now);
            audit.Record("plan.made-default", Target(id));
            await db.SaveChangesAsync(token);
            await db.TellAsync(FactNews.Plans, token);
            return Versioned.Ok(PlanView.Of(plan), plan);
        }, cancellationToken: cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        Guid id, IfMatch ifMatch, RightsDb db, IAudit audit, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await db.Plans.SingleOrDefaultAsync(p => p.Id == id, token) is not { } plan)
                return TypedResults.NotFound();
            if (!ifMatch.Matches(plan))
                return Problems.Stale();
            db.Plans.Remove(plan);
            audit.Record("plan.removed", Target(id));
            await db.SaveChangesAsync(token);
            await db.TellAsync(FactNews.Plans, token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static string Target(Guid id) => $"plan:{id}";
}

/// <summary>Which plans.</summary>
internal sealed record PlanFilter([property: Example("premium")] string? Code = null);
