using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Secrets;

namespace Streamix.Auth.Identity.Totp;

/// <summary>Authenticator apps, inside the caller's transaction.</summary>
internal sealed class TotpDesk(IdentityDb db, SecretBox box, TimeProvider time)
{
    /// <summary>A new secret in the place of an unconfirmed one; null while a confirmed one stands.</summary>
    public async Task<byte[]?> EnrolAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var secret = RandomNumberGenerator.GetBytes(TotpCode.SecretBytes);
        var (closed, now) = (box.Close(accountId, secret), time.GetUtcNow());
        var written = await db.Database.ExecuteSqlAsync($"""
            INSERT INTO authenticators AS a (account_id, box, created_at, last_step) VALUES ({accountId}, {closed}, {now}, 0)
            ON CONFLICT (account_id) DO UPDATE SET box = excluded.box, created_at = excluded.created_at, last_step = 0 WHERE a.confirmed_at IS NULL
            """, cancellationToken);
        return written > 0 ? secret : null;
    }

    /// <summary>The first code: from now on one is asked for.</summary>
    public Task<bool> ConfirmAsync(Guid accountId, string typed, CancellationToken cancellationToken) => SpendAsync(accountId, typed, confirmed: false, cancellationToken);

    /// <summary>A code is taken once: its step must be later than that of the last one.</summary>
    public Task<bool> AcceptAsync(Guid accountId, string typed, CancellationToken cancellationToken) => SpendAsync(accountId, typed, confirmed: true, cancellationToken);

    public async Task<bool> RemoveAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken) > 0;

    private async Task<bool> SpendAsync(Guid accountId, string typed, bool confirmed, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var candidates = db.Authenticators.Where(a => a.AccountId == accountId && (a.ConfirmedAt != null) == confirmed);
        if (await candidates.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is not { } app
            || TotpCode.StepOf(box.Open(accountId, app.Box), typed, now) is not { } step)
            return false;
        return await candidates.Where(a => a.LastStep < step && a.Box == app.Box).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.LastStep, step).SetProperty(a => a.ConfirmedAt, a => a.ConfirmedAt ?? now), cancellationToken) > 0;
    }
}
