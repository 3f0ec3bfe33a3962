using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Credentials;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Secrets;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Identity.Passcodes;

/// <summary>Issues and checks passcodes, inside the caller's transaction.</summary>
internal sealed class PasscodeDesk(IdentityDb db, MailDesk mails, IEventPublisher events, KeyedHash hashes, TimeProvider time)
{
    public async Task IssueAsync(AccountCopy account, string? name, CancellationToken cancellationToken)
    {
        var (code, now) = (Codes.New(Passcode.Length), time.GetUtcNow());
        var (hash, expiresAt) = (HashOf(account.AccountId, code), now + Passcode.Lifetime);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO passcodes (account_id, hash, sent_at, expires_at, attempts) VALUES ({account.AccountId}, {hash}, {now}, {expiresAt}, 0)
            ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, sent_at = excluded.sent_at, expires_at = excluded.expires_at, attempts = 0
            """, cancellationToken);

        var values = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = code,
            ["minutes"] = Passcode.Lifetime.TotalMinutes.ToString(CultureInfo.InvariantCulture),
        };
        await mails.SendAsync(Guid.CreateVersion7(now), account.AccountId, MailTemplates.Passcode, account.Locale, new(account.Email!, name, values), expiresAt, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>True when the code is the present one; the address is proven then. A repeat of the right code is right again, and changes nothing.</summary>
    public async Task<bool> VerifyAsync(Guid accountId, string typed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var given = HashOf(accountId, Codes.Read(typed));
        var attempted = await db.Database.SqlQuery<byte[]>($"""
            UPDATE passcodes SET attempts = attempts + 1
            WHERE account_id = {accountId} AND expires_at > {now} AND attempts < {Passcode.MostAttempts} RETURNING hash AS "Value"
            """).ToListAsync(cancellationToken);
        if (attempted is not [var hash] || !KeyedHash.Same(hash, given))
            return false;

        var proven = await db.Credentials.Where(c => c.AccountId == accountId && c.ProvenAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.ProvenAt, now), cancellationToken);
        if (proven > 0)
            events.Publish(new EmailProven(accountId, now), accountId.ToString("n"));
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private byte[] HashOf(Guid accountId, string code) => hashes.Of("passcode", accountId.ToString("n"), code);
}
