using Microsoft.EntityFrameworkCore;
using Streamix.Users.Account.Accounts;

namespace Streamix.Users.Account.Data;

/// <summary>Who waits for whom, until the end of the transaction. Always in this order: administrators, address, row.</summary>
internal static class AccountLocks
{
    private const int Addresses = 1;
    private const int Administrators = 2;
    private const int Janitor = 3;

    public static Task LockAdministratorsAsync(this AccountDb db, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Administrators}, 0)", cancellationToken);

    public static Task LockAddressAsync(this AccountDb db, string emailKey, CancellationToken cancellationToken) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Addresses}, hashtext({emailKey}))", cancellationToken);

    /// <summary>False while another replica sweeps.</summary>
    public static Task<bool> TryLockJanitorAsync(this AccountDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Janitor}, 0) AS \"Value\"").SingleAsync(cancellationToken);

    /// <summary>The row, fresh and locked; null when there is none.</summary>
    public static async Task<UserAccount?> LockAsync(this AccountDb db, Guid id, CancellationToken cancellationToken) =>
        (await db.Accounts.FromSql($"SELECT a.*, a.xmin FROM accounts a WHERE a.id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
}
