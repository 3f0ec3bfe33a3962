namespace Aspire.Hosting.Eventing;

/// <summary>Whether handlers run one after the other, and whether the publisher waits for them.</summary>
public enum EventDispatchBehavior
{
    /// <summary>One after the other; the publisher waits and sees the first error.</summary>
    BlockingSequential = 0,

    /// <summary>All at once; the publisher waits and sees every error.</summary>
    BlockingConcurrent = 1,

    /// <summary>One after the other; the publisher goes on.</summary>
    NonBlockingSequential = 2,

    /// <summary>All at once; the publisher goes on.</summary>
    NonBlockingConcurrent = 3,
}

/// <summary>Carries events to who subscribed to them.</summary>
public interface IDistributedApplicationEventing
{
    /// <summary>Calls <paramref name="callback"/> for every event of the type.</summary>
    DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent;

    /// <summary>Calls <paramref name="callback"/> for events of the type about <paramref name="resource"/>.</summary>
    DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent;

    /// <summary>Ends a subscription.</summary>
    void Unsubscribe(DistributedApplicationEventSubscription subscription);

    /// <summary>Publishes with <see cref="EventDispatchBehavior.BlockingSequential"/>.</summary>
    Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent;

    /// <summary>Calls the handlers, in the order they subscribed.</summary>
    Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent;
}
