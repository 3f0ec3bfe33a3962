namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>
/// A transport of events. What every transport promises: a confirmed message reaches each group that listens to its type at least once;
/// messages of one subject reach a group in the order of their confirmed publishes, replicas of the group included; a message that was not
/// acknowledged comes again, in order.
/// </summary>
public interface IEventBus : IAsyncDisposable
{
    /// <summary>The transport's name in telemetry: <c>rabbitmq</c> or <c>kafka</c>.</summary>
    string System { get; }

    /// <summary>Sends and waits for the broker's confirmation.</summary>
    /// <exception cref="BusUnavailableException">Not confirmed; the message may have arrived all the same.</exception>
    Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken);

    /// <summary>Starts receiving as a member of a group. Connects first.</summary>
    /// <exception cref="BusUnavailableException">The broker cannot be reached.</exception>
    Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken);
}
