using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;
using Streamix.Users.Account.Sessions;

namespace Streamix.Users.Account.Administration;

/// <summary>
/// What operators do to accounts, one at a time: under the administrators' lock the last of them cannot be lost, and who was one
/// a moment ago is not one any more.
/// </summary>
internal sealed class Stewardship(AccountDb db, Lifecycle lifecycle, SessionDesk sessions, Caller caller, IAudit audit)
{
    public const string LastAdministrator = "This is the last administrator.";

    public async Task<Results<NoContent, NotFound, ProblemHttpResult>> MoveAsync(
        Guid id, AccountStatus to, string action, LifecycleDraft draft, CancellationToken cancellationToken)
    {
        string[] may = to == AccountStatus.Closed ? [Roles.Admin] : [Roles.Admin, Roles.Support];
        return await ActAsync(id, may, async (account, token) =>
        {
            // Only its owner's proof activates a pending account.
            if (to == AccountStatus.Active && account.Status != AccountStatus.Suspended)
                return Problems.Conflict($"The account is {account.Status.Name()}, not suspended.");
            if (to != AccountStatus.Active && await db.IsLastAdministratorAsync(account, token))
                return Problems.Conflict(LastAdministrator);
            if (!lifecycle.Change(account, to, draft.Reason, caller.Name, draft.Note))
                return Problems.Conflict($"An account that is {account.Status.Name()} cannot become {to.Name()}.");
            audit.Record(action, Target(id), draft.Reason, "status");
            return null;
        }, sessions.TellStatusAsync, cancellationToken);
    }

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> GrantAsync(Guid id, string role, CancellationToken cancellationToken) =>
        ActAsync(id, [Roles.Admin], (account, _) =>
        {
            if (NotActive(account) is { } refusal)
                return Task.FromResult<ProblemHttpResult?>(refusal);
            lifecycle.Grant(account, role);
            audit.Record("account.role-granted", Target(id), role, "roles");
            return Task.FromResult<ProblemHttpResult?>(null);
        }, sessions.TellRolesAsync, cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> WithdrawAsync(Guid id, string role, CancellationToken cancellationToken) =>
        ActAsync(id, [Roles.Admin], async (account, token) =>
        {
            if (NotActive(account) is { } refusal)
                return refusal;
            if (role == Roles.Admin && await db.IsLastAdministratorAsync(account, token))
                return Problems.Conflict(LastAdministrator);
            lifecycle.Withdraw(account, role);
            audit.Record("account.role-withdrawn", Target(id), role, "roles");
            return null;
        }, sessions.TellRolesAsync, cancellationToken);

    private static string Target(Guid id) => $"account:{id:n}";

    private static ProblemHttpResult? NotActive(UserAccount account) =>
        account.Status == AccountStatus.Active ? null : Problems.Conflict($"The account is {account.Status.Name()}, not active.");

    /// <param name="may">The roles one of which the actor must have now; the token may be older than the loss of it.</param>
    /// <param name="tell">What is done after the commit, so that it takes effect without the bus.</param>
    private async Task<Results<NoContent, NotFound, ProblemHttpResult>> ActAsync(
        Guid id, string[] may, Func<UserAccount, CancellationToken, Task<ProblemHttpResult?>> act, Func<UserAccount, Task> tell, CancellationToken cancellationToken)
    {
        UserAccount? changed = null;
        var answer = await db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            await db.LockAdministratorsAsync(token);
            var present = await PresentRolesAsync(token);
            if (!present.Exists(r => may.Contains(r, StringComparer.Ordinal)))
                return Problems.Forbidden("You do not have the role for this any more.");
            if (await db.LockAsync(id, token) is not { ErasedAt: null } account)
                return TypedResults.NotFound();
            if (account.Roles.Count > 0 && !present.Contains(Roles.Admin))
                return Problems.Forbidden("Only an administrator may do this to somebody with a role.");
            if (await act(account, token) is { } refused)
                return refused;
            await db.SaveChangesAsync(token);
            changed = account;
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);
        if (changed is not null)
            await tell(changed);
        return answer;
    }

    private async Task<List<string>> PresentRolesAsync(CancellationToken cancellationToken)
    {
        var actor = caller.AccountId;
        return await db.Accounts.Where(a => a.Id == actor && a.Status == AccountStatus.Active).Select(a => a.Roles).SingleOrDefaultAsync(cancellationToken) ?? [];
    }
}
