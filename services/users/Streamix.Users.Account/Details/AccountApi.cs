using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Users.Account.Details;

internal static class AccountApi
{
    private const int LargestBody = 16 * 1024;

    public static void MapAccount(this IEndpointRouteBuilder app)
    {
        var account = app.MapGroup("/account").WithTags("Account")
            .RequireCaller().RequireRateLimiting(RateLimits.PerCaller).WithBodyLimit(LargestBody).WithValidation();
        account.MapGet("/", ReadAsync).WithName("ReadAccount").WithSummary("My account");
        account.MapPut("/details", DescribeAsync).WithName("ChangeDetails").WithSummary("Replaces my personal details");
        account.MapPut("/locale", MoveAsync).WithName("ChangeLocale").WithSummary("Changes my language and country");
        account.MapPut("/consents", ConsentAsync).WithName("ChangeConsents").WithSummary("Says whether news may be mailed to me");
    }

    private static async Task<Results<Versioned<AccountView>, NotFound>> ReadAsync(AccountDb db, Caller caller, CancellationToken cancellationToken) =>
        await db.Accounts.AsNoTracking().Of(caller).SingleOrDefaultAsync(cancellationToken) is { } account
            ? Versioned.Ok(AccountView.Of(account), account)
            : TypedResults.NotFound();

    private static Task<Results<Versioned<AccountView>, NotFound, ProblemHttpResult>> DescribeAsync(
        IfMatch ifMatch, DetailsDraft draft, AccountDb db, Caller caller, CancellationToken cancellationToken) =>
        ChangeAsync(ifMatch, db, caller, account => account.Take(draft.ToDetails()), cancellationToken);

    private static Task<Results<Versioned<AccountView>, NotFound, ProblemHttpResult>> MoveAsync(
        IfMatch ifMatch, PlaceDraft draft, AccountDb db, Caller caller, IEventPublisher events, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(ifMatch, db, caller, account =>
        {
            if (account.Move(draft.ToPlace()))
                events.Publish(new AccountLocaleChanged(account.Id, account.Locale, account.Country, account.Revision, time.GetUtcNow()), account.Id.Subject());
        }, cancellationToken);

    private static Task<Results<Versioned<AccountView>, NotFound, ProblemHttpResult>> ConsentAsync(
        IfMatch ifMatch, ConsentDraft draft, AccountDb db, Caller caller, Lifecycle lifecycle, TimeProvider time, CancellationToken cancellationToken) =>
        ChangeAsync(ifMatch, db, caller, account => lifecycle.Consent(account, draft.Marketing, time.GetUtcNow()), cancellationToken);

    private static async Task<Results<Versioned<AccountView>, NotFound, ProblemHttpResult>> ChangeAsync(
        IfMatch ifMatch, AccountDb db, Caller caller, Action<UserAccount> change, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.Of(caller).SingleOrDefaultAsync(cancellationToken);
        if (account is null)
            return TypedResults.NotFound();
        if (!ifMatch.Matches(account))
            return Problems.Stale();

        change(account);
        await db.SaveChangesAsync(cancellationToken);
        return Versioned.Ok(AccountView.Of(account), account);
    }
}
