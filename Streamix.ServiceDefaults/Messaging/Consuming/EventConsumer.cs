using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Keeps the service's group subscribed, from after the start of the host to its orderly end.</summary>
internal sealed class EventConsumer<TDb>(
    IEventBus bus,
    EventCatalog catalog,
    EventProcessor<TDb> processor,
    IHostApplicationLifetime lifetime,
    IOptions<MessagingOptions> options,
    TimeProvider time,
    Random random,
    ILogger<EventConsumer<TDb>> logger) : BackgroundService
    where TDb : ServiceDb
{
    private static readonly TimeSpan Stable = TimeSpan.FromSeconds(5);
    private readonly MessagingOptions _options = options.Value;
    private readonly Backoff _backoff = new(TimeSpan.FromMilliseconds(200), TimeSpan.FromSeconds(5), random);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await lifetime.StartedAsync(stoppingToken);
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await KeepReceivingAsync(leaving.Token);
    }

    private async Task KeepReceivingAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            try
            {
                await ReceiveAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                if (time.GetElapsedTime(began) > Stable)
                    _backoff.Reset();
                var delay = _backoff.Next();
                logger.SubscriptionLost(_options.Group, error.GetType().Name, delay);
                await Task.Delay(delay, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (Exception)
            {
                return; // what breaks while leaving is no news: all that was not done comes again
            }
        }
    }

    private async Task ReceiveAsync(CancellationToken stoppingToken)
    {
        var lanes = new SubjectLanes(_options.Concurrency, (delivery, slot, token) => processor.ProcessAsync(delivery.Message, slot, token));
        var subscription = new BusSubscription(_options.Group, catalog.Types, _options.Prefetch);
        // At once, not when the loop below comes to it: whoever leaves begins no event that another can have.
        await using var leaving = stoppingToken.Register(lanes.Close);
        await using var session = await bus.SubscribeAsync(subscription, lanes.Enqueue, stoppingToken);
        logger.Listening(_options.Group, catalog.Types.Count, bus.System);

        await Task.WhenAny(session.Lost, lanes.Fault, Task.Delay(Timeout.Infinite, stoppingToken));
        await DrainAsync(session, lanes);
        if (lanes.Fault.IsCompleted)
            throw await lanes.Fault;
        if (session.Lost.IsCompleted)
            await session.Lost;
        stoppingToken.ThrowIfCancellationRequested();
        throw new BusUnavailableException("The subscription ended.");
    }

    private async Task DrainAsync(IBusSession session, SubjectLanes lanes)
    {
        using var limit = new CancellationTokenSource(_options.DrainTimeout, time);
        await session.StopReceivingAsync(limit.Token);
        try
        {
            await lanes.DrainAsync().WaitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            logger.NotDrained(lanes.Active);
            await lanes.AbortAsync();
        }
    }
}
