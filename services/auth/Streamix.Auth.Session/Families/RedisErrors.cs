using StackExchange.Redis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Families;

/// <summary>Redis away, starting or full: nothing is lost, the caller comes again.</summary>
internal sealed class RedisErrors : IExceptionTranslation
{
    private static readonly string[] Passing = ["LOADING", "READONLY", "MASTERDOWN", "OOM", "MISCONF", "TRYAGAIN", "BUSY"];

    public Problem? Translate(Exception exception) => exception switch
    {
        RedisConnectionException or RedisTimeoutException => Problem.Unavailable(1),
        RedisServerException e when Passing.Any(p => e.Message.Contains(p, StringComparison.Ordinal)) => Problem.Unavailable(1),
        _ => null,
    };
}
