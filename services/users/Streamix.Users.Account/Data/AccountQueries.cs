using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Auth;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Data;

internal static class AccountQueries
{
    /// <summary>The caller's own account while it is in use.</summary>
    public static IQueryable<UserAccount> Of(this IQueryable<UserAccount> accounts, Caller caller) =>
        accounts.Where(a => a.Id == caller.AccountId && a.Status == AccountStatus.Active);

    /// <summary>Those for whom an address is kept.</summary>
    public static IQueryable<UserAccount> Holding(this IQueryable<UserAccount> accounts, string emailKey) =>
        accounts.Where(a => a.EmailKey == emailKey && (a.Status == AccountStatus.Active || a.Status == AccountStatus.Suspended));

    /// <summary>Without this account there would be no administrator. Ask under the administrators' lock.</summary>
    public static async Task<bool> IsLastAdministratorAsync(this AccountDb db, UserAccount account, CancellationToken cancellationToken) =>
        account.IsAdministrator
        && !await db.Accounts.AnyAsync(a => a.Id != account.Id && a.Status == AccountStatus.Active && a.Roles.Contains(Roles.Admin), cancellationToken);
}
