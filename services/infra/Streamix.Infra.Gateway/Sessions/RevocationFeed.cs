using Microsoft.Extensions.Options;
using StackExchange.Redis;
using Streamix.Infra.Gateway.Limits;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Keeps the deny list in step with Redis: subscribed for the moment, and looked at again and again for what no message told.
/// While Redis is down the known entries stay in force.
/// </summary>
internal sealed partial class RevocationFeed(
    [FromKeyedServices(SessionSetup.Redis)] RedisLink redis, DenyList list, IOptions<SessionsOptions> options, TimeProvider time, ILogger<RevocationFeed> logger)
    : BackgroundService
{
    private readonly DenyListReader _reader = new(time);
    private bool _subscribed;
    private bool _failing;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await StepAsync();
            }
            catch (Exception e) when (!stoppingToken.IsCancellationRequested)
            {
                Fail(e);
            }

            await Task.Delay(options.Value.Poll, time, stoppingToken);
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
            _subscribed = true;
        }

        var begun = time.GetUtcNow();
        list.Add(await _reader.ReadAsync(connection.GetDatabase()));
        list.KnowsUpTo(begun);
        list.Sweep();
        Succeed();
    }

    private void Heard(RedisValue message)
    {
        if (Revocation.Parse(message.ToString()) is { } revocation)
        {
            list.Add([revocation]);
        }
    }

    /// <summary>Said once, not four times a second.</summary>
    private void Fail(Exception e)
    {
        if (!_failing)
        {
            Log.Unavailable(logger, e);
        }

        _failing = true;
    }

    private void Succeed()
    {
        if (_failing)
        {
            Log.Again(logger);
        }

        _failing = false;
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "The deny list cannot be read; the known entries stay in force")]
        public static partial void Unavailable(ILogger logger, Exception exception);

        [LoggerMessage(LogLevel.Information, "The deny list is read again")]
        public static partial void Again(ILogger logger);
    }
}
