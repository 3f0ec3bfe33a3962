using RabbitMQ.Client;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Events over RabbitMQ 3.10 or later. Publishing and receiving have a connection each, so that flow control of one spares the other.</summary>
internal sealed class RabbitBus(Func<IConnectionFactory> factory) : IEventBus
{
    private readonly RabbitConnection _receiving = new(factory);
    private readonly RabbitConnection _sending = new(factory);
    private RabbitPublisher? _publisher;

    public string System => "rabbitmq";

    public Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken) =>
        LazyInitializer.EnsureInitialized(ref _publisher, () => new RabbitPublisher(_sending)).PublishAsync(message, cancellationToken);

    public async Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken)
    {
        try
        {
            var connection = await _receiving.GetAsync(cancellationToken);
            return await RabbitSession.OpenAsync(connection, subscription, receive, cancellationToken);
        }
        catch (Exception error) when (RabbitFailure.IsOutage(error) && !cancellationToken.IsCancellationRequested)
        {
            throw new BusUnavailableException("RabbitMQ refused the subscription.", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_publisher is { } publisher)
            await publisher.DisposeAsync();
        await _sending.DisposeAsync();
        await _receiving.DisposeAsync();
    }
}
