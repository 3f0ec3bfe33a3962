using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Drm.Wrapping;

/// <summary>
/// Wraps with the present key-encryption key what an older one wraps, a few rows at a time. Each row says itself what wraps it, so that
/// a round that was cut off goes on where it was; replicas leave each other's rows alone.
/// </summary>
internal sealed partial class Rewrapper(IServiceScopeFactory scopes, KeyWrap wrap, ILogger<Rewrapper> logger)
{
    private const int AtOnce = 100;

    /// <summary>Returns the number of keys that were wrapped again.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var older = wrap.Older.ToArray();
        var (done, after) = (0, Guid.Empty);
        while (older.Length > 0 && await StepAsync(older, after, cancellationToken) is { Seen: > 0 } step)
            (done, after) = (done + step.Done, step.Last);
        if (done > 0)
            Log.Rewrapped(logger, done, wrap.Current);
        return done;
    }

    private async Task<(int Seen, int Done, Guid Last)> StepAsync(string[] older, Guid after, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DrmDb>();
        return await db.InTransactionAsync(async token =>
        {
            var keys = await db.ContentKeys.FromSql($"""
                SELECT * FROM content_keys WHERE wrapped_with = ANY({older}) AND id > {after} ORDER BY id LIMIT {AtOnce} FOR UPDATE SKIP LOCKED
                """).ToListAsync(token);
            var done = keys.Count(k => TryRewrap(k));
            await db.SaveChangesAsync(token);
            return (keys.Count, done, keys.Count == 0 ? after : keys[^1].Id);
        }, cancellationToken: cancellationToken);
    }

    /// <summary>What does not open stays as it is, and is told of in each round.</summary>
    private bool TryRewrap(Keys.ContentKey key)
    {
        try
        {
            key.Rewrap(wrap);
            return true;
        }
        catch (KeyUnreadableException)
        {
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "{Count} content keys are now wrapped with {KeyId}")]
        public static partial void Rewrapped(ILogger logger, int count, string keyId);
    }
}
