using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Secrets;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Identity.Guards;

/// <summary>
/// Back-off for guesses. An attempt is counted before it is looked at, so that many at once get no more tries than many in turn; a right
/// one takes its count back. Accounts that do not exist are guarded like those that do.
/// </summary>
internal sealed class Guard(IdentityDb db, KeyedHash hashes, TimeProvider time)
{
    /// <summary>Counts an attempt under every key. Answers the rules whose door fell shut with this attempt for the first time.</summary>
    /// <exception cref="ProblemException">429 while a door is shut.</exception>
    public async Task<IReadOnlyList<GuardRule>> EnterAsync(CancellationToken cancellationToken, params GuardKey[] keys)
    {
        List<GuardRule> shut = [];
        foreach (var key in keys)
            if (await CountAsync(key, cancellationToken) is { } failures && failures == key.Rule.Free)
                shut.Add(key.Rule);
        return shut;
    }

    /// <summary>It was right: forget the failures.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken, params GuardKey[] keys)
    {
        var hashed = keys.Select(Hash).ToList();
        await db.Guards.Where(g => hashed.Contains(g.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>It was right: this attempt does not count, earlier ones do.</summary>
    public Task TakeBackAsync(GuardKey key, CancellationToken cancellationToken)
    {
        var hash = Hash(key);
        return db.Database.ExecuteSqlAsync($"""
            UPDATE guards SET failures = greatest(failures - 1, 0), locked_until = CASE WHEN failures - 1 < {key.Rule.Free} THEN NULL ELSE locked_until END WHERE key = {hash}
            """, cancellationToken);
    }

    /// <summary>Everything kept under these owners.</summary>
    public Task<int> ForgetAsync(CancellationToken cancellationToken, params string[] owners)
    {
        var hashed = owners.Select(OwnerHash).ToList();
        return db.Guards.Where(g => hashed.Contains(g.Owner)).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<int?> CountAsync(GuardKey key, CancellationToken cancellationToken)
    {
        var (hash, owner, now, rule) = (Hash(key), OwnerHash(key.Owner), time.GetUtcNow(), key.Rule);
        var (forgotten, first, longest) = (now - GuardRule.Memory, rule.First.TotalSeconds, rule.Longest.TotalSeconds);
        var firstLock = rule.Free <= 1 ? now + rule.First : (DateTimeOffset?)null;
        var counted = await db.Database.SqlQuery<int>($"""
            INSERT INTO guards AS g (key, owner, failures, last_at, locked_until) VALUES ({hash}, {owner}, 1, {now}, {firstLock})
            ON CONFLICT (key) DO UPDATE SET
              failures = CASE WHEN g.last_at < {forgotten} THEN 1 ELSE g.failures + 1 END,
              last_at = {now},
              locked_until = CASE
                WHEN g.last_at < {forgotten} THEN {firstLock}
                WHEN g.failures + 1 < {rule.Free} THEN NULL
                ELSE {now} + make_interval(secs => least({longest}, {first} * power(2, least(g.failures + 1 - {rule.Free}, 20)))) END
            WHERE g.locked_until IS NULL OR g.locked_until <= {now}
            RETURNING failures AS "Value"
            """).ToListAsync(cancellationToken);
        if (counted is [var failures])
            return failures;

        var until = await db.Guards.Where(g => g.Key == hash).Select(g => g.LockedUntil).SingleOrDefaultAsync(cancellationToken);
        throw new ProblemException(StatusCodes.Status429TooManyRequests, "Too many attempts. Try again later.") { RetryAfter = (until ?? now + rule.First) - now };
    }

    private byte[] Hash(GuardKey key) => hashes.Of($"guard {key.Rule.Name}", key.Owner, key.Detail);

    private byte[] OwnerHash(string owner) => hashes.Of("guard owner", owner);
}
