using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Guards;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.Privacy;

/// <summary>What identity holds of somebody. Secrets are erased with the rest, but not exported: they are of no use to anybody but a thief.</summary>
internal sealed class CredentialsOfAccount(IdentityDb db, Guard guard) : IPersonalDataStore
{
    public string Name => "credentials";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.Copies.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == accountId, cancellationToken);
        var credential = await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == accountId, cancellationToken);
        if (account is null && credential is null)
            return null;
        return new
        {
            account?.Email,
            account?.Locale,
            credential?.CreatedAt,
            credential?.ProvenAt,
            credential?.PasswordChangedAt,
            AuthenticatorApp = await db.Authenticators.Where(a => a.AccountId == accountId).Select(a => a.ConfirmedAt).SingleOrDefaultAsync(cancellationToken),
            RecoveryCodesLeft = await db.RecoveryCodes.CountAsync(c => c.AccountId == accountId, cancellationToken),
            Passkeys = await db.Passkeys.Where(p => p.AccountId == accountId).OrderBy(p => p.Id)
                .Select(p => new { p.Name, p.CreatedAt, p.LastUsedAt, p.Transports }).ToListAsync(cancellationToken),
        };
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var email = await db.Copies.Where(c => c.AccountId == accountId).Select(c => c.EmailKey).SingleOrDefaultAsync(cancellationToken);
        return await guard.ForgetAsync(cancellationToken, email is null ? [accountId.ToString("n")] : [accountId.ToString("n"), email])
            + await db.Passcodes.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.PasswordResets.Where(r => r.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Challenges.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Authenticators.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Passkeys.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Credentials.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
            + await db.Copies.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }
}
