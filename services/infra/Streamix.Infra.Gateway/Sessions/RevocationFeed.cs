using StackExchange.Redis;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Keeps the deny list in step with Redis: subscribed for the moment, read whole at the start, after a reconnect and
/// now and then. While Redis is down the known entries stay in force.
/// </summary>
internal sealed partial class RevocationFeed(
    [FromKeyedServices(SessionSetup.Redis)] RedisLink redis, DenyList list, TimeProvider time, ILogger<RevocationFeed> logger) : BackgroundService
{
    private static readonly TimeSpan Often = TimeSpan.FromSeconds(5);
    private bool _subscribed;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
            {
                Log.Unavailable(logger, e);
            }

            await Task.Delay(Often, time, stoppingToken);
        }
    }

    private async Task StepAsync()
    {
        if (redis.Current is not { } connection)
        {
            return;
        }

        if (!_subscribed)
        {
            await connection.GetSubscriber().SubscribeAsync(RedisChannel.Literal(Revocation.Key), (_, message) => Heard(message));
            connection.ConnectionRestored += (_, _) => _ = ReadQuietlyAsync(connection);
            _subscribed = true;
        }

        await ReadAsync(connection);
        list.Sweep();
    }

    private void Heard(RedisValue message)
    {
        if (Revocation.Parse(message.ToString()) is { } revocation)
        {
            list.Add([revocation]);
        }
    }

    private async Task ReadQuietlyAsync(IConnectionMultiplexer connection)
    {
        try
        {
            await ReadAsync(connection);
        }
        catch (Exception e) when (e is RedisException or TimeoutException or ObjectDisposedException)
        {
            Log.Unavailable(logger, e);
        }
    }

    private async Task ReadAsync(IConnectionMultiplexer connection)
    {
        var entries = await connection.GetDatabase().SortedSetRangeByScoreWithScoresAsync(Revocation.Key, time.GetUtcNow().ToUnixTimeSeconds());
        list.Add(entries.Select(e => new Revocation(e.Element.ToString(), DateTimeOffset.FromUnixTimeSeconds((long)e.Score))));
        list.ReadWhole();
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The deny list could not be refreshed; the known entries stay in force")]
        public static partial void Unavailable(ILogger logger, Exception exception);
    }
}
