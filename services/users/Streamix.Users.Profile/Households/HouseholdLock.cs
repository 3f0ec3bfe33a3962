using Microsoft.EntityFrameworkCore;
using Streamix.Users.Profile.Data;

namespace Streamix.Users.Profile.Households;

internal static class HouseholdLock
{
    /// <summary>The account's row, made if need be and locked until the transaction ends: events of an account leave in the order of its changes.</summary>
    public static async Task<Household> LockHouseholdAsync(this ProfileDb db, Guid accountId, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO households (account_id, locale_revision, status_revision) VALUES ({accountId}, 0, 0) ON CONFLICT (account_id) DO NOTHING", cancellationToken);
        return (await db.LockKnownHouseholdAsync(accountId, cancellationToken))!;
    }

    /// <summary>The account's row if there is one, locked until the transaction ends. An account with a profile has one.</summary>
    public static Task<Household?> LockKnownHouseholdAsync(this ProfileDb db, Guid accountId, CancellationToken cancellationToken) =>
        db.Households.FromSql($"SELECT * FROM households WHERE account_id = {accountId} FOR UPDATE").SingleOrDefaultAsync(cancellationToken);
}
