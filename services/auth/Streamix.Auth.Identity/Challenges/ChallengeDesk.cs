using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Secrets;

namespace Streamix.Auth.Identity.Challenges;

/// <summary>Gives out challenges and takes their answers.</summary>
internal sealed class ChallengeDesk(IdentityDb db, KeyedHash hashes, TimeProvider time)
{
    public Challenge New(string kind, Guid? accountId, bool persistent = false, bool cookies = false, DateTimeOffset? passwordOf = null)
    {
        var now = time.GetUtcNow();
        var challenge = new Challenge(Guid.CreateVersion7(now), kind, accountId, now + Challenge.Lifetime) { Persistent = persistent, Cookies = cookies, PasswordOf = passwordOf };
        db.Challenges.Add(challenge);
        return challenge;
    }

    /// <summary>Counts an attempt; null when there is no such challenge, it is too old or was tried too often.</summary>
    public async Task<Challenge?> TryAsync(Guid id, string kind, Guid? accountId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var counted = await db.Challenges
            .Where(c => c.Id == id && c.Kind == kind && c.ExpiresAt > now && c.Attempts < Challenge.MostAttempts && (accountId == null || c.AccountId == accountId))
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Attempts, c => c.Attempts + 1), cancellationToken);
        return counted == 0 ? null : await db.Challenges.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id, cancellationToken);
    }

    /// <summary>The first right answer closes it; false when another was first.</summary>
    public async Task<bool> PassAsync(Challenge challenge, Guid accountId, string answer, string method, CancellationToken cancellationToken)
    {
        var hash = HashOf(challenge, answer);
        return await db.Challenges.Where(c => c.Id == challenge.Id && c.PassedWith == null).ExecuteUpdateAsync(
            set => set.SetProperty(c => c.PassedWith, hash).SetProperty(c => c.PassedMethod, method).SetProperty(c => c.AccountId, accountId), cancellationToken) > 0;
    }

    /// <summary>The answer that has passed already comes again, because what follows had failed.</summary>
    public bool IsRepeat(Challenge challenge, string answer) => challenge.PassedWith is { } passed && KeyedHash.Same(passed, HashOf(challenge, answer));

    public Task EndAsync(Guid id, CancellationToken cancellationToken) => db.Challenges.Where(c => c.Id == id).ExecuteDeleteAsync(cancellationToken);

    private byte[] HashOf(Challenge challenge, string answer) => hashes.Of("challenge", challenge.Id.ToString("n"), answer);
}
