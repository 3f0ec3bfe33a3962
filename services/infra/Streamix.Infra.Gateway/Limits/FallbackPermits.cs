using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>Redis while it answers, else this process alone, with a pause before Redis is asked again.</summary>
internal sealed partial class FallbackPermits(RedisPermits redis, LocalPermits local, IOptionsMonitor<LimitsOptions> options, TimeProvider time, ILogger<FallbackPermits> logger)
    : IPermits
{
    private long _askAgain = long.MinValue;

    public async ValueTask<Grant> TakeAsync(string key, LimitRule rule, int wanted, int unused)
    {
        if (time.GetTimestamp() < Volatile.Read(ref _askAgain))
        {
            return await local.TakeAsync(key, rule, wanted, unused);
        }

        try
        {
            return await redis.TakeAsync(key, rule, wanted, unused);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            Volatile.Write(ref _askAgain, time.GetTimestamp() + (long)(options.CurrentValue.Pause.TotalSeconds * time.TimestampFrequency));
            Log.Local(logger, e.Message);
            return await local.TakeAsync(key, rule, wanted, unused);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "Redis does not answer; limits hold per replica for now: {Reason}")]
        public static partial void Local(ILogger logger, string reason);
    }
}
