using Microsoft.EntityFrameworkCore;
using StackExchange.Redis;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Session.Telling;

/// <summary>
/// Carries what happened to sessions from Redis, where it was written together with the change, into the outbox: each entry once,
/// because its id is committed together with the event. One replica at a time, so that an account's events keep their order.
/// </summary>
internal sealed class HappeningCourier(SessionRedis redis, SessionDb db, IEventPublisher events, TimeProvider time)
{
    public const int Batch = 200;
    private const long Lock = 0x5354_524d_5445_4c4c;
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>How many entries were taken.</summary>
    public async Task<int> CarryAsync(CancellationToken cancellationToken)
    {
        var database = await redis.DatabaseAsync();
        RedisKey stream = redis.Prefix + "happenings";
        if (await database.StreamLengthAsync(stream) == 0)
            return 0;
        var entries = await db.InTransactionAsync(token => TellAsync(database, stream, token), cancellationToken: cancellationToken);
        if (entries.Length > 0)
            await database.StreamDeleteAsync(stream, [.. entries.Select(e => e.Id)]);
        return entries.Length;
    }

    public Task<int> ForgetAsync(CancellationToken cancellationToken)
    {
        var old = time.GetUtcNow() - Kept;
        return db.ToldHappenings.Where(t => t.ToldAt < old).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<StreamEntry[]> TellAsync(IDatabase database, RedisKey stream, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellationToken);
        var entries = await database.StreamRangeAsync(stream, count: Batch);
        var ids = entries.Select(e => e.Id.ToString()).ToArray();
        var told = await db.ToldHappenings.Where(t => ids.Contains(t.Id)).Select(t => t.Id).ToListAsync(cancellationToken);
        foreach (var entry in entries.Where(e => !told.Contains(e.Id.ToString(), StringComparer.Ordinal)))
        {
            db.ToldHappenings.Add(new(entry.Id.ToString(), time.GetUtcNow()));
            Publish(entry);
        }

        await db.SaveChangesAsync(cancellationToken);
        return entries;
    }

    private void Publish(StreamEntry entry)
    {
        var account = Guid.ParseExact(entry["account"].ToString(), "n");
        var (sid, at) = (entry["sid"].ToString(), DateTimeOffset.FromUnixTimeMilliseconds((long)entry["at"]));
        if (entry["kind"] == "opened")
            events.Publish(new SessionOpened(account, sid, entry["method"].ToString(), at), account.ToString("n"));
        else
            events.Publish(new SessionEnded(account, sid, entry["reason"].ToString(), at), account.ToString("n"));
    }
}
