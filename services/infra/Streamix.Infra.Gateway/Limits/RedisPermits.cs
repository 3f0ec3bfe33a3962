using Microsoft.Extensions.Options;
using StackExchange.Redis;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>Permits that all replicas share. Throws when Redis does not answer in time.</summary>
internal sealed class RedisPermits(RedisLink redis, IOptionsMonitor<LimitsOptions> options) : IPermits
{
    public async ValueTask<Grant> TakeAsync(string key, LimitRule rule, int wanted, int unused)
    {
        var connection = await redis.GetAsync(options.CurrentValue.Patience);
        var answer = await connection.GetDatabase().ScriptEvaluateAsync(
            PermitScript.Text,
            [options.CurrentValue.Prefix + key],
            [rule.Interval, rule.Size, wanted, unused]).WaitAsync(options.CurrentValue.Patience);
        var numbers = (long[])answer!;
        return new Grant((int)numbers[0], (int)numbers[1], TimeSpan.FromMicroseconds(numbers[2]), TimeSpan.FromMicroseconds(numbers[3]));
    }
}
