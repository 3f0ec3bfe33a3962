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
    /// <summary>Counts an attempt under every key; when one of their doors is shut, under none, because it will not be looked at.</summary>
    /// <exception cref="ProblemException">429 while a door is shut.</exception>
    public async Task<IReadOnlyList<GuardCount>> EnterAsync(CancellationToken cancellationToken, params GuardKey[] keys)
    {
        List<GuardCount> counted = [];
        foreach (var key in keys)
        {
            if (await CountAsync(key, cancellationToken) is not { } failures)
            {
                foreach (var earlier in counted)
                    await TakeBackAsync(earlier, cancellationToken);
                throw await ShutAsync(key, cancellationToken);
            }
            counted.Add(new(key, failures));
        }
        return counted;
    }

    /// <summary>It was right: forget the failures.</summary>
    public async Task ClearAsync(CancellationToken cancellationToken, params GuardKey[] keys)
    {
        var hashed = keys.Select(Hash).ToList();
        await db.Guards.Where(g => hashed.Contains(g.Key)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>It was right: this attempt does not count, nor does the lock that it set; what others did stays.</summary>
    public Task TakeBackAsync(GuardCount counted, CancellationToken cancellationToken)
    {
        var (hash, free, own) = (Hash(counted.Key), counted.Key.Rule.Free, counted.Failures);
        return db.Database.ExecuteSqlAsync($"""
            UPDATE guards SET failures = greatest(failures - 1, 0), locked_until = CASE WHEN failures <= {free} OR failures = {own} THEN NULL ELSE locked_until END WHERE key = {hash}
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
        var (forgotten, each, first, longest) = (now - GuardRule.Memory, rule.Forgiving.TotalSeconds, rule.First.TotalSeconds, rule.Longest.TotalSeconds);
        var firstLock = rule.Free <= 1 ? now + rule.First : (DateTimeOffset?)null;
        var counted = await db.Database.SqlQuery<int>($"""
            INSERT INTO guards AS g (key, owner, failures, last_at, locked_until) VALUES ({hash}, {owner}, 1, {now}, {firstLock})
            ON CONFLICT (key) DO UPDATE SET (failures, last_at, locked_until) = (
              SELECT
                n.kept + 1,
                CASE WHEN n.kept = 0 THEN {now} ELSE g.last_at + make_interval(secs => n.forgiven * {each}) END,
                CASE WHEN n.kept + 1 >= {rule.Free} THEN {now} + make_interval(secs => least({longest}, {first} * power(2, least(n.kept + 1 - {rule.Free}, 20)))) END
              FROM (
                SELECT f.forgiven, CASE WHEN g.last_at < {forgotten} THEN 0 ELSE greatest(g.failures - f.forgiven, 0) END AS kept
                FROM (SELECT greatest(floor(extract(epoch FROM {now} - g.last_at) / {each}), 0)::int AS forgiven) f) n)
            WHERE g.locked_until IS NULL OR g.locked_until <= {now}
            RETURNING failures AS "Value"
            """).ToListAsync(cancellationToken);
        return counted is [var failures] ? failures : null;
    }

    private async Task<ProblemException> ShutAsync(GuardKey key, CancellationToken cancellationToken)
    {
        var (hash, now) = (Hash(key), time.GetUtcNow());
        var until = await db.Guards.Where(g => g.Key == hash).Select(g => g.LockedUntil).SingleOrDefaultAsync(cancellationToken);
        return new(StatusCodes.Status429TooManyRequests, "Too many attempts. Try again later.") { RetryAfter = (until ?? now + key.Rule.First) - now };
    }

    private byte[] Hash(GuardKey key) => hashes.Of($"guard {key.Rule.Name}", key.Owner, key.Detail);

    private byte[] OwnerHash(string owner) => hashes.Of("guard owner", owner);
}
