using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>Which account is on which plan.</summary>
internal static class AccountPlanApi
{
    private const string Own = "/rights/admin/accounts/{accountId:guid}/plan";
    private const int LargestBody = 1024;
    private static readonly Order<AccountPlan> NewestFirst = Order.Descending((AccountPlan p) => p.CreatedAt).ThenDescending(p => p.AccountId);

    public static void MapAccountPlans(this IEndpointRouteBuilder app)
    {
        var plans = app.MapGroup("").WithTags("Plans of accounts").RequireRole(Roles.Admin).RequireRateLimiting(RateLimits.PerCaller)
            .WithBodyLimit(LargestBody).WithValidation().RequireAudit();
        plans.MapGet("/rights/admin/account-plans", ListAsync).WithName("ListAccountPlans").WithSummary("Accounts with a plan of their own, the latest first");
        plans.MapGet(Own, ReadAsync).WithName("ReadAccountPlan").WithSummary("The plan of an account, its own or the default");
        plans.MapPut(Own, PutAsync).WithName("PutAccountPlan").WithSummary("Puts an account on a plan; If-Match takes the ETag also of an account that is on the default one");
        plans.MapDelete(Own, RemoveAsync).WithName("RemoveAccountPlan").WithSummary("Back to the default plan");
    }

    private static async Task<Ok<Page<AccountPlanView>>> ListAsync(
        [AsParameters] PageQuery page, [AsParameters] AccountPlanFilter filter, RightsDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await db.AccountPlans.AsNoTracking().Include(p => p.Plan)
            .Where(p => filter.Plan == null || p.Plan.Code == filter.Plan).ToPageAsync(page, NewestFirst, OwnOf, cancellationToken));

    private static async Task<Versioned<AccountPlanView>> ReadAsync(
        Guid accountId, RightsDb db, AccountPlanDesk desk, IOptions<RightsOptions> options, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(accountId, cancellationToken) is { } own)
            return Versioned.Ok(OwnOf(own), own);
        var code = await db.Plans.Where(p => p.IsDefault).Select(p => p.Code).SingleOrDefaultAsync(cancellationToken) ?? options.Value.UsualPlan.Code;
        return Versioned.Ok(new AccountPlanView(accountId, code, ByDefault: true, null), AccountPlan.NoVersion);
    }

    private static async Task<Results<Versioned<AccountPlanView>, ProblemHttpResult>> PutAsync(
        Guid accountId, IfMatch ifMatch, AccountPlanDraft draft, RightsDb db, AccountPlanDesk desk, IAudit audit, CancellationToken cancellationToken)
    {
        try
        {
            return await db.InTransactionAsync<Results<Versioned<AccountPlanView>, ProblemHttpResult>>(async token =>
            {
                if (await desk.PlanAsync(draft.Plan, token) is not { } planId)
                    return Problems.Invalid("plan", "is not the code of a plan");
                var present = await desk.FindAsync(accountId, token);
                if (!ifMatch.Matches(present?.Version ?? AccountPlan.NoVersion))
                    return Problems.Stale();
                audit.Record("account-plan.put", Target(accountId), null, "plan");
                var own = await desk.PutAsync(accountId, planId, present, token);
                return Versioned.Ok(new AccountPlanView(accountId, draft.Plan, ByDefault: false, own.ChangedAt), own);
            }, cancellationToken: cancellationToken);
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            return Problems.Stale();
        }
    }

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> RemoveAsync(
        Guid accountId, IfMatch ifMatch, RightsDb db, AccountPlanDesk desk, IAudit audit, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            if (await desk.FindAsync(accountId, token) is not { } own)
                return TypedResults.NotFound();
            if (!ifMatch.Matches(own))
                return Problems.Stale();
            audit.Record("account-plan.removed", Target(accountId));
            await desk.RemoveAsync(own, token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    private static AccountPlanView OwnOf(AccountPlan own) => new(own.AccountId, own.Plan.Code, ByDefault: false, own.ChangedAt);

    private static string Target(Guid accountId) => $"account:{accountId}";
}
