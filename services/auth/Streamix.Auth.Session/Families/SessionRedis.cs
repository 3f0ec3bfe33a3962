using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Auth.Session.Families;

/// <summary>The Redis of the sessions: opened on first use, never waited for when it is away.</summary>
internal sealed class SessionRedis(IServiceProvider services, IOptions<SessionOptions> options, TimeProvider time)
{
    public const string Connection = "sessions";

    /// <summary>What gateways read, see their deny list.</summary>
    public const string DenyList = "streamix:revoked";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(60);
    private readonly Lazy<Task<IConnectionMultiplexer>> _connection = new(() => Task.Run(() => services.GetRequiredKeyedService<IConnectionMultiplexer>(Connection)));

    public string Prefix => options.Value.Prefix;

    public static void Configure(ConfigurationOptions redis)
    {
        redis.AbortOnConnectFail = false;
        redis.ConnectTimeout = 2000;
        redis.AsyncTimeout = 3000;
        redis.ReconnectRetryPolicy = new LinearRetry(250);
        redis.HeartbeatInterval = TimeSpan.FromMilliseconds(500);
        redis.BacklogPolicy = BacklogPolicy.FailFast;
    }

    /// <exception cref="DependencyUnavailableException">It is away.</exception>
    public async ValueTask<IDatabase> DatabaseAsync()
    {
        var connection = await _connection.Value;
        return connection.IsConnected ? connection.GetDatabase() : throw new DependencyUnavailableException(Connection);
    }

    /// <summary>Runs a script with the arguments common to all before its own.</summary>
    public async Task<RedisResult> RunAsync(Script script, params RedisValue[] arguments)
    {
        var settings = options.Value;
        RedisValue[] all =
        [
            settings.Prefix, DenyList, time.GetUtcNow().ToUnixTimeMilliseconds(), Milliseconds(settings.AccessLifetime + Skew), Milliseconds(settings.EndRemembered),
            .. arguments,
        ];
        for (var waited = TimeSpan.Zero; ; waited += Pause)
        {
            try
            {
                return await script.RunAsync(await DatabaseAsync(), all);
            }
            catch (Exception e) when (waited < Patience && NeverSent(e))
            {
                await Task.Delay(Pause, CancellationToken.None);
            }
            catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or InvalidOperationException { Source: "System.IO.Pipelines" })
            {
                // What the client says when its connection is closed under it.
                throw new DependencyUnavailableException(Connection, e);
            }
        }
    }

    /// <summary>A connection that is just being made, or made anew, is worth a moment; what may have reached Redis is never sent again.</summary>
    private static bool NeverSent(Exception e) =>
        e is DependencyUnavailableException or RedisConnectionException { CommandStatus: CommandStatus.WaitingToBeSent or CommandStatus.WaitingInBacklog };

    public static long Milliseconds(TimeSpan span) => (long)span.TotalMilliseconds;
}
