using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;

namespace Streamix.Auth.Identity.Passkeys;

/// <summary>
/// What ASP.NET Core Identity's passkey handler has to find: the user and their passkeys. It changes nothing, so every writing member refuses;
/// names are account ids, for users have no other here.
/// </summary>
internal sealed class PasskeyStore(IdentityDb db) : IUserPasskeyStore<Credential>
{
    public Task<Credential?> FindByIdAsync(string userId, CancellationToken cancellationToken) => Guid.TryParse(userId, out var id)
        ? db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == id, cancellationToken)
        : Task.FromResult<Credential?>(null);

    public Task<Credential?> FindByNameAsync(string normalizedUserName, CancellationToken cancellationToken) => FindByIdAsync(normalizedUserName, cancellationToken);

    public Task<string> GetUserIdAsync(Credential user, CancellationToken cancellationToken) => Task.FromResult(user.AccountId.ToString("n"));

    public async Task<string?> GetUserNameAsync(Credential user, CancellationToken cancellationToken) => await GetUserIdAsync(user, cancellationToken);

    public async Task<string?> GetNormalizedUserNameAsync(Credential user, CancellationToken cancellationToken) => await GetUserIdAsync(user, cancellationToken);

    public async Task<IList<UserPasskeyInfo>> GetPasskeysAsync(Credential user, CancellationToken cancellationToken) =>
        [.. (await db.Passkeys.AsNoTracking().Where(p => p.AccountId == user.AccountId).OrderBy(p => p.Id).ToListAsync(cancellationToken)).Select(p => p.ToInfo())];

    public Task<Credential?> FindByPasskeyIdAsync(byte[] credentialId, CancellationToken cancellationToken) =>
        db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => db.Passkeys.Any(p => p.AccountId == c.AccountId && p.CredentialId == credentialId), cancellationToken);

    public async Task<UserPasskeyInfo?> FindPasskeyAsync(Credential user, byte[] credentialId, CancellationToken cancellationToken) =>
        (await db.Passkeys.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == user.AccountId && p.CredentialId == credentialId, cancellationToken))?.ToInfo();

    public Task AddOrUpdatePasskeyAsync(Credential user, UserPasskeyInfo passkey, CancellationToken cancellationToken) => throw ReadOnly();

    public Task RemovePasskeyAsync(Credential user, byte[] credentialId, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetUserNameAsync(Credential user, string? userName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task SetNormalizedUserNameAsync(Credential user, string? normalizedName, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> CreateAsync(Credential user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> UpdateAsync(Credential user, CancellationToken cancellationToken) => throw ReadOnly();

    public Task<IdentityResult> DeleteAsync(Credential user, CancellationToken cancellationToken) => throw ReadOnly();

    public void Dispose()
    {
    }

    private static NotSupportedException ReadOnly() => new("Credentials and passkeys are written by their own desks.");
}
