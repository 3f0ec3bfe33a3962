using StackExchange.Redis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Rights.Slots;

/// <summary>
/// Stream slots are leases in Redis, one round trip for each wish. While Redis is away starts go on, counted by each replica for itself: the limit
/// is a commercial rule, and a film night for everybody is worth more than a stream too many for some, which is bounded by the number of replicas and ends
/// with the playback or at its next renewal. Renewals put back what Redis has lost.
/// </summary>
internal sealed partial class SlotDesk(SlotRedis redis, LocalSlots local, RightsMetrics metrics, TimeProvider time, ILogger<SlotDesk> logger)
{
    public Task<SlotAnswer> AdmitAsync(SlotWish wish) => AskAsync(Script.Admit, wish, local.Admit, wish.InsteadOf?.ToString("n") ?? "");

    public Task<SlotAnswer> RenewAsync(SlotWish wish) => AskAsync(Script.Renew, wish, local.Renew, "");

    /// <summary>What cannot be released now ends by itself.</summary>
    public async Task ReleaseAsync(Guid accountId, Guid playbackId)
    {
        local.Release(accountId, playbackId);
        try
        {
            await redis.RunAsync(Script.Release, accountId, playbackId.ToString("n"));
        }
        catch (DependencyUnavailableException e)
        {
            Tell(e);
        }
    }

    /// <summary>What plays, oldest first; as far as this replica knows while Redis is away.</summary>
    public async Task<IReadOnlyList<PlayingStream>> ListAsync(Guid accountId)
    {
        try
        {
            return SlotAnswer.Read(await redis.RunAsync(Script.List, accountId), time.GetUtcNow()).Streams;
        }
        catch (DependencyUnavailableException e)
        {
            Tell(e);
            return local.List(accountId);
        }
    }

    /// <summary>Nothing is kept of the account. What Redis cannot forget now it forgets by itself within two leases.</summary>
    public async Task<bool> ForgetAsync(Guid accountId)
    {
        local.Forget(accountId);
        try
        {
            return await redis.ForgetAsync(accountId);
        }
        catch (DependencyUnavailableException e)
        {
            Tell(e);
            return false;
        }
    }

    private async Task<SlotAnswer> AskAsync(Script script, SlotWish wish, Func<SlotWish, SlotAnswer> alone, RedisValue instead)
    {
        try
        {
            var result = await redis.RunAsync(script, wish.AccountId, wish.PlaybackId.ToString("n"), wish.Limit, wish.TitleId.ToString("n"), wish.DeviceName, wish.DeviceKey, instead);
            var answer = SlotAnswer.Read(result, time.GetUtcNow());
            local.Note(wish, answer);
            return answer;
        }
        catch (DependencyUnavailableException e)
        {
            Tell(e);
            metrics.CountedLocally();
            return alone(wish);
        }
    }

    /// <summary>Once for each time that Redis was really asked.</summary>
    private void Tell(DependencyUnavailableException e)
    {
        if (e.InnerException is { } cause)
            Log.Away(logger, cause.GetType().Name);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Redis does not answer ({Reason}); this replica counts streams by itself for now")]
        public static partial void Away(ILogger logger, string reason);
    }
}
