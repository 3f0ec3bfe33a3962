using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;

namespace Streamix.Auth.Identity.Accounts;

/// <summary>Writes the copies: a part is replaced only by a later revision of it.</summary>
internal sealed class AccountCopies(IdentityDb db)
{
    /// <summary>The registration has no revision: it fills in what no later event has told yet.</summary>
    public async Task RegisteredAsync(Guid accountId, string email, string locale, CancellationToken cancellationToken)
    {
        await EmailAsync(accountId, email, 0, cancellationToken);
        await LocaleAsync(accountId, locale, 0, cancellationToken);
    }

    public Task EmailAsync(Guid accountId, string email, long revision, CancellationToken cancellationToken)
    {
        var key = AccountCopy.KeyOf(email);
        return WriteAsync(accountId, $"""
            UPDATE account_copies SET email = {email}, email_key = {key}, email_revision = {revision}
            WHERE account_id = {accountId} AND (email IS NULL OR email_revision < {revision})
            """, cancellationToken);
    }

    /// <summary>True when this is the account's address and stays so until the present transaction ends.</summary>
    public async Task<bool> HoldEmailAsync(Guid accountId, string email, CancellationToken cancellationToken)
    {
        var key = AccountCopy.KeyOf(email);
        return await db.Database.SqlQuery<Guid>($"""
            SELECT account_id AS "Value" FROM account_copies WHERE account_id = {accountId} AND email_key = {key} FOR SHARE
            """).ToListAsync(cancellationToken) is [_];
    }

    public Task StatusAsync(Guid accountId, string status, long revision, CancellationToken cancellationToken) => WriteAsync(accountId, $"""
        UPDATE account_copies SET status = {status}, status_revision = {revision} WHERE account_id = {accountId} AND status_revision < {revision}
        """, cancellationToken);

    public Task RolesAsync(Guid accountId, string[] roles, long revision, CancellationToken cancellationToken) => WriteAsync(accountId, $"""
        UPDATE account_copies SET roles = {roles}, roles_revision = {revision} WHERE account_id = {accountId} AND roles_revision < {revision}
        """, cancellationToken);

    public Task LocaleAsync(Guid accountId, string locale, long revision, CancellationToken cancellationToken) => WriteAsync(accountId, $"""
        UPDATE account_copies SET locale = {locale}, locale_revision = {revision}
        WHERE account_id = {accountId} AND (locale_revision < {revision} OR locale_revision = 0)
        """, cancellationToken);

    private async Task WriteAsync(Guid accountId, FormattableString update, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO account_copies (account_id, email_revision, status, status_revision, roles, roles_revision, locale, locale_revision)
            VALUES ({accountId}, 0, 'pending', 0, ARRAY[]::text[], 0, {AccountCopy.FallbackLocale}, 0)
            ON CONFLICT (account_id) DO NOTHING
            """, cancellationToken);
        await db.Database.ExecuteSqlAsync(update, cancellationToken);
    }
}
