using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Factors;
using Streamix.Auth.Identity.Notices;
using Streamix.Auth.Identity.Secrets;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Auth.Identity.RecoveryCodes;

/// <summary>Recovery codes, inside the caller's transaction.</summary>
internal sealed class RecoveryCodeDesk(IdentityDb db, KeyedHash hashes, NoticeDesk notices, Subjects subjects, TimeProvider time)
{
    /// <summary>Ten new ones; all earlier ones are void.</summary>
    public async Task<FreshCodes> RenewAsync(Guid accountId, CancellationToken cancellationToken)
    {
        await RemoveAsync(accountId, cancellationToken);
        var codes = Enumerable.Range(0, RecoveryCode.PerAccount).Select(_ => Codes.New(RecoveryCode.Length)).ToList();
        db.RecoveryCodes.AddRange(codes.Select(code => new RecoveryCode(accountId, HashOf(accountId, code), time.GetUtcNow())));
        await db.SaveChangesAsync(cancellationToken);
        return new([.. codes.Select(c => $"{c[..5]}-{c[5..]}")]);
    }

    /// <summary>Uses one up; the owner is told.</summary>
    public async Task<bool> UseAsync(Guid accountId, string typed, CancellationToken cancellationToken)
    {
        var hash = HashOf(accountId, Codes.Read(typed));
        if (await db.RecoveryCodes.Where(c => c.AccountId == accountId && c.Hash == hash).ExecuteDeleteAsync(cancellationToken) == 0)
            return false;
        if (await subjects.FindAsync(accountId, cancellationToken) is { } subject)
            await notices.SecondFactorAsync(subject, FactorNames.RecoveryCodes, "used", cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    public Task RemoveAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.RecoveryCodes.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);

    private byte[] HashOf(Guid accountId, string code) => hashes.Of("recovery code", accountId.ToString("n"), code);
}

/// <summary>Recovery codes to write down; shown once.</summary>
internal sealed record FreshCodes([property: Personal, Example("""["K7MX4-RW2HD","9TB3X-WZ2QA"]""")] IReadOnlyList<string> RecoveryCodes);
