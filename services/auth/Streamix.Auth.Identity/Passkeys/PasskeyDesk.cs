using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Challenges;
using Streamix.Auth.Identity.Credentials;
using Streamix.Auth.Identity.Data;

namespace Streamix.Auth.Identity.Passkeys;

/// <summary>The ceremonies of WebAuthn: options out, answers in. What a challenge was made of stays here.</summary>
internal sealed class PasskeyDesk(IPasskeyHandler<Credential> handler, IdentityDb db, IHttpContextAccessor http, TimeProvider time)
{
    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Passkeys need a request.");

    public async Task<JsonElement> CreationOptionsAsync(Challenge challenge, Subject subject, CancellationToken cancellationToken)
    {
        var email = subject.Account.Email!;
        var made = await handler.MakeCreationOptionsAsync(new() { Id = subject.AccountId.ToString("n"), Name = email, DisplayName = email }, Context);
        await KeepAsync(challenge, made.AttestationState, cancellationToken);
        return Parse(made.CreationOptionsJson);
    }

    /// <summary>For one account's passkeys, or for whichever the browser offers.</summary>
    public async Task<JsonElement> RequestOptionsAsync(Challenge challenge, Guid? accountId, CancellationToken cancellationToken)
    {
        var user = accountId is null ? null : await db.Credentials.AsNoTracking().SingleOrDefaultAsync(c => c.AccountId == accountId, cancellationToken);
        var made = await handler.MakeRequestOptionsAsync(user, Context);
        await KeepAsync(challenge, made.AssertionState, cancellationToken);
        return Parse(made.RequestOptionsJson);
    }

    /// <summary>The new passkey, checked; null when the answer is not good.</summary>
    public async Task<UserPasskeyInfo?> AttestAsync(Challenge challenge, PasskeyAnswer answer)
    {
        var result = await handler.PerformAttestationAsync(new() { HttpContext = Context, CredentialJson = answer.Text, AttestationState = challenge.State });
        return result.Succeeded && result.UserEntity.Id == challenge.AccountId?.ToString("n") ? result.Passkey : null;
    }

    /// <summary>The account whose passkey signed the challenge, or null; its counter and last use are written.</summary>
    public async Task<Guid?> AssertAsync(Challenge challenge, PasskeyAnswer answer, CancellationToken cancellationToken)
    {
        if (challenge.State is null)
            return null;
        var result = await handler.PerformAssertionAsync(new() { HttpContext = Context, CredentialJson = answer.Text, AssertionState = challenge.State });
        if (!result.Succeeded)
            return null;
        var (key, count, backedUp, now) = (result.Passkey.CredentialId, (long)result.Passkey.SignCount, result.Passkey.IsBackedUp, time.GetUtcNow());
        // Two uses of one count: the authenticator was cloned, or the same answer came twice.
        var written = await db.Passkeys.Where(p => p.CredentialId == key && (p.SignCount < count || count == 0)).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.SignCount, count).SetProperty(p => p.IsBackedUp, backedUp).SetProperty(p => p.LastUsedAt, now), cancellationToken);
        return written > 0 ? result.User.AccountId : null;
    }

    /// <summary>As a factor of this account.</summary>
    public async Task<bool> AcceptAsync(Challenge challenge, PasskeyAnswer answer, Guid accountId, CancellationToken cancellationToken) =>
        await AssertAsync(challenge, answer, cancellationToken) == accountId;

    private Task KeepAsync(Challenge challenge, string? state, CancellationToken cancellationToken) =>
        db.Challenges.Where(c => c.Id == challenge.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.State, state), cancellationToken);

    private static JsonElement Parse(string json) => JsonSerializer.Deserialize<JsonElement>(json);
}
