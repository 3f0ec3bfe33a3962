using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;

namespace Streamix.Auth.Identity.Factors;

/// <summary>Which factors an account has. An authenticator app switches the second step on; a passkey is a way in of its own.</summary>
internal sealed class FactorList(IdentityDb db)
{
    public Task<bool> IsTwoStepAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.Authenticators.AnyAsync(a => a.AccountId == accountId && a.ConfirmedAt != null, cancellationToken);

    /// <summary>What a second step may be answered with; empty when there is none.</summary>
    public async Task<IReadOnlyList<string>> MethodsAsync(Guid accountId, CancellationToken cancellationToken)
    {
        if (!await IsTwoStepAsync(accountId, cancellationToken))
            return [];
        List<string> methods = [FactorNames.Totp];
        if (await db.Passkeys.AnyAsync(p => p.AccountId == accountId, cancellationToken))
            methods.Add(FactorNames.Passkey);
        if (await db.RecoveryCodes.AnyAsync(c => c.AccountId == accountId, cancellationToken))
            methods.Add("recovery-code");
        return methods;
    }
}

/// <summary>As events name them.</summary>
internal static class FactorNames
{
    public const string Totp = "totp";
    public const string Passkey = "passkey";
    public const string RecoveryCodes = "recovery-codes";
}
