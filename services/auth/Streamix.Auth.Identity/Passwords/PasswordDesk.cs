using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Identity.Accounts;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.Sessions;
using Streamix.Comms.Contracts.Mail;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Auth.Identity.Passwords;

/// <summary>Replaces passwords; other sessions end with the old one.</summary>
internal sealed class PasswordDesk(
    IdentityDb db, Subjects subjects, AccountCopies copies, PasswordWork work, NoticeDesk notices, Guard guard, SessionDesk sessions, TimeProvider time)
{
    public const string Changed = "changed";
    public const string WasReset = "reset";

    /// <summary>Mails a link to whoever has proven this address; any earlier link is void.</summary>
    public Task OfferResetAsync(string email, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await subjects.FindAsync(email, token) is not { MaySignIn: true } subject || !await copies.HoldEmailAsync(subject.AccountId, email, token))
            return;
        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(PasswordReset.TokenBytes));
        var (hash, expiresAt) = (HashOf(secret), time.GetUtcNow() + PasswordReset.Lifetime);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO password_resets (account_id, hash, expires_at) VALUES ({subject.AccountId}, {hash}, {expiresAt})
            ON CONFLICT (account_id) DO UPDATE SET hash = excluded.hash, expires_at = excluded.expires_at
            """, token);
        await notices.MailAsync(subject, MailTemplates.PasswordReset, expiresAt, token, ("token", secret), ("minutes", NoticeDesk.Minutes(PasswordReset.Lifetime)));
        await db.SaveChangesAsync(token);
    }, cancellationToken: cancellationToken);

    /// <summary>Whose link it is, while it works.</summary>
    public async Task<Subject?> OwnerOfResetAsync(string secret, CancellationToken cancellationToken)
    {
        var (hash, now) = (HashOf(secret), time.GetUtcNow());
        var account = await db.PasswordResets.Where(r => r.Hash == hash && r.ExpiresAt > now).Select(r => (Guid?)r.AccountId).SingleOrDefaultAsync(cancellationToken);
        return account is { } id && await subjects.FindAsync(id, cancellationToken) is { MaySignIn: true } subject ? subject : null;
    }

    /// <summary>False when the link was used meanwhile.</summary>
    public Task<bool> ResetAsync(Subject subject, string secret, string password, CancellationToken cancellationToken)
    {
        var hash = HashOf(secret);
        return ReplaceAsync(subject, password, WasReset, keptSessionId: null,
            async token => await db.PasswordResets.Where(r => r.AccountId == subject.AccountId && r.Hash == hash && r.ExpiresAt > time.GetUtcNow()).ExecuteDeleteAsync(token) > 0,
            cancellationToken);
    }

    /// <summary>False when it is not the password any more that the subject was found with.</summary>
    public Task<bool> ChangeAsync(Subject subject, string password, string? keptSessionId, CancellationToken cancellationToken) =>
        ReplaceAsync(subject, password, Changed, keptSessionId, async token =>
        {
            await db.PasswordResets.Where(r => r.AccountId == subject.AccountId).ExecuteDeleteAsync(token);
            return true;
        }, cancellationToken);

    private async Task<bool> ReplaceAsync(
        Subject subject, string password, string reason, string? keptSessionId, Func<CancellationToken, Task<bool>> allowed, CancellationToken cancellationToken)
    {
        var hash = await work.HashAsync(password, cancellationToken);
        var replaced = await db.InTransactionAsync(async token =>
        {
            if (!await db.LockPasswordAsync(subject.Credential, token) || !await allowed(token))
                return (DateTimeOffset?)null;
            // Not before the lock: who signed in with the old password until then has done so earlier.
            var now = time.GetUtcNow();
            await db.Credentials.Where(c => c.AccountId == subject.AccountId).ExecuteUpdateAsync(
                set => set.SetProperty(c => c.PasswordHash, hash).SetProperty(c => c.PasswordChangedAt, now), token);
            await db.Challenges.Where(c => c.AccountId == subject.AccountId).ExecuteDeleteAsync(token);
            await notices.PasswordChangedAsync(subject, reason, keptSessionId, now, token);
            await db.SaveChangesAsync(token);
            return now;
        }, cancellationToken: cancellationToken);
        if (replaced is not { } changedAt)
            return false;

        await guard.ForgetAsync(cancellationToken, AccountCopy.KeyOf(subject.Account.Email!));
        await sessions.RevokeAsync(subject.AccountId, keptSessionId, SessionEnds.PasswordChanged, changedAt, cancellationToken);
        return true;
    }

    /// <summary>The token has 256 random bits, so a plain hash will do.</summary>
    private static byte[] HashOf(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}
