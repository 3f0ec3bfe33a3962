using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Administration;

/// <summary>
/// What operators do to accounts, one at a time: under the administrators' lock the last of them cannot be lost, and who was one
/// a moment ago is not one any more.
/// </summary>
internal sealed class Stewardship(AccountDb db, Lifecycle lifecycle, Caller caller, IAudit audit)
{
    public const string LastAdministrator = "This is the last administrator.";

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> MoveAsync(
        Guid id, AccountStatus to, string action, LifecycleDraft draft, CancellationToken cancellationToken) => ActAsync(id, async (account, token) =>
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
        }, cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> GrantAsync(Guid id, string role, CancellationToken cancellationToken) => ActAsync(id, async (account, token) =>
    {
        if (await RefusalAsync(account, token) is { } refusal)
            return refusal;
        lifecycle.Grant(account, role);
        audit.Record("account.role-granted", Target(id), role, "roles");
        return null;
    }, cancellationToken);

    public Task<Results<NoContent, NotFound, ProblemHttpResult>> WithdrawAsync(Guid id, string role, CancellationToken cancellationToken) => ActAsync(id, async (account, token) =>
    {
        if (await RefusalAsync(account, token) is { } refusal)
            return refusal;
        if (role == Roles.Admin && await db.IsLastAdministratorAsync(account, token))
            return Problems.Conflict(LastAdministrator);
        lifecycle.Withdraw(account, role);
        audit.Record("account.role-withdrawn", Target(id), role, "roles");
        return null;
    }, cancellationToken);

    private static string Target(Guid id) => $"account:{id:n}";

    private Task<Results<NoContent, NotFound, ProblemHttpResult>> ActAsync(
        Guid id, Func<UserAccount, CancellationToken, Task<ProblemHttpResult?>> act, CancellationToken cancellationToken) =>
        db.InTransactionAsync<Results<NoContent, NotFound, ProblemHttpResult>>(async token =>
        {
            await db.LockAdministratorsAsync(token);
            if (await db.LockAsync(id, token) is not { ErasedAt: null } account)
                return TypedResults.NotFound();
            if (account.Roles.Count > 0 && !caller.Is(Roles.Admin))
                return Problems.Forbidden("Only an administrator may do this to somebody with a role.");
            if (await act(account, token) is { } refused)
                return refused;
            await db.SaveChangesAsync(token);
            return TypedResults.NoContent();
        }, cancellationToken: cancellationToken);

    /// <summary>The token may be older than the loss of the role.</summary>
    private async Task<ProblemHttpResult?> RefusalAsync(UserAccount account, CancellationToken cancellationToken)
    {
        var actor = caller.AccountId;
        if (!await db.Accounts.AnyAsync(a => a.Id == actor && a.Status == AccountStatus.Active && a.Roles.Contains(Roles.Admin), cancellationToken))
            return Problems.Forbidden("You are no administrator any more.");
        return account.Status == AccountStatus.Active ? null : Problems.Conflict($"The account is {account.Status.Name()}, not active.");
    }
}
