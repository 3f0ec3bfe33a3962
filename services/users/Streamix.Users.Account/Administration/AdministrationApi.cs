using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Details;

namespace Streamix.Users.Account.Administration;

internal static class AdministrationApi
{
    private const int LargestBody = 4 * 1024;
    private static readonly string[] Known = [Roles.Admin, Roles.Editor, Roles.Moderator, Roles.Support, Roles.Finance, Roles.Analyst];

    public static void MapAdministration(this IEndpointRouteBuilder app)
    {
        var accounts = app.MapGroup("/account/admin/accounts").WithTags("Administration")
            .RequireRole(Roles.Admin, Roles.Support).RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        accounts.MapGet("/", SearchAsync).WithName("SearchAccounts").WithSummary("Finds accounts by address, name, status, country, role and date");
        accounts.MapGet("/{id:guid}", ReadAsync).WithName("ReadAccountFile").WithSummary("An account with its history");

        var acts = accounts.MapGroup("/{id:guid}").RequireAudit();
        acts.MapPost("/suspend", SuspendAsync).WithName("SuspendAccount").WithSummary("Nobody signs in to it until it is reinstated");
        acts.MapPost("/reinstate", ReinstateAsync).WithName("ReinstateAccount").WithSummary("Ends a suspension");
        acts.MapPost("/close", CloseAsync).WithName("CloseAccount").WithSummary("Ends an account for good; it is erased later").RequireRole(Roles.Admin);
        acts.MapPut("/roles/{role}", GrantAsync).WithName("GrantRole").WithSummary("Gives somebody a role").RequireRole(Roles.Admin);
        acts.MapDelete("/roles/{role}", WithdrawAsync).WithName("WithdrawRole").WithSummary("Takes a role away").RequireRole(Roles.Admin);
    }

    private static async Task<Ok<Page<AccountSummary>>> SearchAsync(
        [AsParameters] AccountSearch search, [AsParameters] PageQuery page, AccountDb db, CancellationToken cancellationToken) =>
        TypedResults.Ok(await search.Filter(db.Accounts.AsNoTracking()).ToPageAsync(page, search.Order(), AccountSummary.Of, cancellationToken));

    private static async Task<Results<Versioned<AccountFile>, NotFound>> ReadAsync(Guid id, AccountDb db, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.ErasedAt == null, cancellationToken);
        if (account is null)
            return TypedResults.NotFound();
        var history = await db.StatusChanges.AsNoTracking().Where(c => c.AccountId == id).OrderBy(c => c.ChangedAt).ThenBy(c => c.Id).ToListAsync(cancellationToken);
        return Versioned.Ok(
            new AccountFile(AccountView.Of(account), account.MarketingConsentAt, [.. history.Select(c => new StatusLine(c.Status.Name(), c.Reason, c.Note, c.Actor, c.ChangedAt))]), account);
    }

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> SuspendAsync(Guid id, LifecycleDraft draft, Stewardship steward, CancellationToken cancellationToken) =>
        steward.MoveAsync(id, AccountStatus.Suspended, "account.suspended", draft, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> ReinstateAsync(Guid id, LifecycleDraft draft, Stewardship steward, CancellationToken cancellationToken) =>
        steward.MoveAsync(id, AccountStatus.Active, "account.reinstated", draft, cancellationToken);

    private static Task<Results<NoContent, NotFound, ProblemHttpResult>> CloseAsync(Guid id, LifecycleDraft draft, Stewardship steward, CancellationToken cancellationToken) =>
        steward.MoveAsync(id, AccountStatus.Closed, "account.closed", draft, cancellationToken);

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> GrantAsync(Guid id, string role, Stewardship steward, CancellationToken cancellationToken) =>
        Known.Contains(role, StringComparer.Ordinal) ? await steward.GrantAsync(id, role, cancellationToken) : TypedResults.NotFound();

    private static async Task<Results<NoContent, NotFound, ProblemHttpResult>> WithdrawAsync(Guid id, string role, Stewardship steward, CancellationToken cancellationToken) =>
        Known.Contains(role, StringComparer.Ordinal) ? await steward.WithdrawAsync(id, role, cancellationToken) : TypedResults.NotFound();
}
