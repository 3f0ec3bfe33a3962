namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>Stands where no broker is configured: events wait in the outbox.</summary>
internal sealed class AbsentBus : IEventBus
{
    private const string Missing = "There is no connection string 'bus'.";

    public string System => "none";

    public Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken) =>
        throw new BusUnavailableException(Missing);

    public Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken) =>
        throw new BusUnavailableException(Missing);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
