using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;

namespace Streamix.Auth.Identity.Credentials;

/// <summary>A credential's row is the lock of what belongs to the account; a password is known by the time it was set at.</summary>
internal static class CredentialLocks
{
    /// <summary>Shuts out whoever else wants to change it until the present transaction ends; false when there is none.</summary>
    public static async Task<bool> LockCredentialAsync(this IdentityDb db, Guid accountId, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<Guid>($"""
            SELECT account_id AS "Value" FROM credentials WHERE account_id = {accountId} FOR NO KEY UPDATE
            """).ToListAsync(cancellationToken) is [_];

    /// <summary>The same; false also when the password is another one by now.</summary>
    public static async Task<bool> LockPasswordAsync(this IdentityDb db, Credential credential, CancellationToken cancellationToken)
    {
        var (accountId, setAt) = (credential.AccountId, credential.PasswordChangedAt);
        return await db.Database.SqlQuery<Guid>($"""
            SELECT account_id AS "Value" FROM credentials WHERE account_id = {accountId} AND password_changed_at = {setAt} FOR NO KEY UPDATE
            """).ToListAsync(cancellationToken) is [_];
    }

    /// <summary>Is it still the same password? A change that is on its way is waited for.</summary>
    public static async Task<bool> IsPasswordOfAsync(this IdentityDb db, Guid accountId, DateTimeOffset setAt, CancellationToken cancellationToken) =>
        await db.Database.SqlQuery<Guid>($"""
            SELECT account_id AS "Value" FROM credentials WHERE account_id = {accountId} AND password_changed_at = {setAt} FOR SHARE
            """).ToListAsync(cancellationToken) is [_];
}
