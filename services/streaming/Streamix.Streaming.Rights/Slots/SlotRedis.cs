using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Streaming.Rights.Slots;

/// <summary>The Redis of the slots: opened in the background when first wanted, never waited for long, and left alone for a moment when it fails.</summary>
internal sealed class SlotRedis(IServiceProvider services, IOptions<RightsOptions> options, TimeProvider time)
{
    public const string Connection = "cache";
    private readonly Lock _gate = new();
    private Task<IConnectionMultiplexer>? _opening;
    private long _askAgain = long.MinValue;

    public static void Configure(ConfigurationOptions redis)
    {
        redis.AbortOnConnectFail = false;
        redis.ConnectTimeout = 2000;
        redis.AsyncTimeout = 2000;
        redis.ReconnectRetryPolicy = new LinearRetry(250);
        redis.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
        redis.BacklogPolicy = BacklogPolicy.FailFast;
    }

    /// <exception cref="DependencyUnavailableException">It is away, or does not answer in time. A slot that was taken all the same ends by itself.</exception>
    public async Task<RedisResult> RunAsync(Script script, Guid accountId, params RedisValue[] arguments)
    {
        try
        {
            return await script.RunAsync(await DatabaseAsync(), Keys(accountId), [(long)options.Value.Lease.TotalMilliseconds, .. arguments]).WaitAsync(options.Value.Patience);
        }
        catch (Exception e) when (IsAway(e))
        {
            throw Away(e);
        }
    }

    /// <exception cref="DependencyUnavailableException">It is away.</exception>
    public async Task<bool> ForgetAsync(Guid accountId)
    {
        try
        {
            return await (await DatabaseAsync()).KeyDeleteAsync(Keys(accountId)[0]).WaitAsync(options.Value.Patience);
        }
        catch (Exception e) when (IsAway(e))
        {
            throw Away(e);
        }
    }

    private RedisKey[] Keys(Guid accountId) => [$"{options.Value.Prefix}slots:{accountId:n}", $"{options.Value.Prefix}began"];

    /// <summary>While it rests after a failure the exception has no cause.</summary>
    private async ValueTask<IDatabase> DatabaseAsync()
    {
        if (time.GetTimestamp() < Volatile.Read(ref _askAgain))
            throw new DependencyUnavailableException(Connection);
        var connection = await Opening().WaitAsync(options.Value.Patience);
        return connection.IsConnected ? connection.GetDatabase() : throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, "Redis is not connected.");
    }

    private Task<IConnectionMultiplexer> Opening()
    {
        if (_opening is { IsFaulted: false } open)
            return open;
        lock (_gate)
            return _opening is { IsFaulted: false } ? _opening : _opening = Task.Run(() => services.GetRequiredKeyedService<IConnectionMultiplexer>(Connection));
    }

    private DependencyUnavailableException Away(Exception cause)
    {
        if (cause is DependencyUnavailableException already)
            return already;
        Volatile.Write(ref _askAgain, time.GetTimestamp() + (long)(options.Value.Pause.TotalSeconds * time.TimestampFrequency));
        return new(Connection, cause);
    }

    /// <summary>An error of a script is ours and goes on as it is; an overloaded, starting or closing Redis is away.</summary>
    private static bool IsAway(Exception e) => e switch
    {
        RedisServerException refused => Passing(refused.Message),
        DependencyUnavailableException or RedisException or TimeoutException or ObjectDisposedException or OperationCanceledException => true,
        InvalidOperationException { Source: "System.IO.Pipelines" } => true,
        _ => false,
    };

    private static bool Passing(string message) =>
        ((string[])["LOADING", "READONLY", "MASTERDOWN", "OOM", "MISCONF", "TRYAGAIN", "BUSY"]).Any(word => message.Contains(word, StringComparison.Ordinal));
}
