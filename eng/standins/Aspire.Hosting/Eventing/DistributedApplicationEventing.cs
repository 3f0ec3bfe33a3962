using System.Collections.Concurrent;
using System.Collections.Immutable;

namespace Aspire.Hosting.Eventing;

/// <inheritdoc />
public class DistributedApplicationEventing : IDistributedApplicationEventing
{
    private readonly ConcurrentDictionary<Type, ImmutableList<DistributedApplicationEventSubscription>> handlers = new();

    /// <inheritdoc />
    public DistributedApplicationEventSubscription Subscribe<T>(Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationEvent =>
        Add<T>(new((@event, cancellationToken) => callback((T)@event, cancellationToken)));

    /// <inheritdoc />
    public DistributedApplicationEventSubscription Subscribe<T>(IResource resource, Func<T, CancellationToken, Task> callback)
        where T : IDistributedApplicationResourceEvent =>
        Add<T>(new DistributedApplicationResourceEventSubscription(resource, (@event, cancellationToken) =>
            @event.Resource == resource ? callback((T)@event, cancellationToken) : Task.CompletedTask));

    /// <inheritdoc />
    public void Unsubscribe(DistributedApplicationEventSubscription subscription)
    {
        foreach (var type in handlers.Keys)
            handlers.AddOrUpdate(type, [], (_, all) => all.Remove(subscription));
    }

    /// <inheritdoc />
    public Task PublishAsync<T>(T @event, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent => PublishAsync(@event, EventDispatchBehavior.BlockingSequential, cancellationToken);

    /// <inheritdoc />
    public Task PublishAsync<T>(T @event, EventDispatchBehavior dispatchBehavior, CancellationToken cancellationToken = default)
        where T : IDistributedApplicationEvent
    {
        if (!handlers.TryGetValue(typeof(T), out var subscriptions))
            return Task.CompletedTask;
        switch (dispatchBehavior)
        {
            case EventDispatchBehavior.BlockingSequential:
                return OneByOne(subscriptions, @event, cancellationToken);
            case EventDispatchBehavior.BlockingConcurrent:
                return AtOnce(subscriptions, @event, cancellationToken);
            case EventDispatchBehavior.NonBlockingSequential:
                _ = Task.Run(() => OneByOne(subscriptions, @event, cancellationToken), cancellationToken);
                return Task.CompletedTask;
            case EventDispatchBehavior.NonBlockingConcurrent:
                _ = Task.Run(() => AtOnce(subscriptions, @event, cancellationToken), cancellationToken);
                return Task.CompletedTask;
            default:
                throw new ArgumentOutOfRangeException(nameof(dispatchBehavior));
        }
    }

    private static async Task OneByOne(ImmutableList<DistributedApplicationEventSubscription> subscriptions, IDistributedApplicationEvent @event, CancellationToken cancellationToken)
    {
        foreach (var subscription in subscriptions)
            await subscription.Callback(@event, cancellationToken).ConfigureAwait(false);
    }

    private static Task AtOnce(ImmutableList<DistributedApplicationEventSubscription> subscriptions, IDistributedApplicationEvent @event, CancellationToken cancellationToken) =>
        Task.WhenAll(subscriptions.Select(s => s.Callback(@event, cancellationToken)));

    private DistributedApplicationEventSubscription Add<T>(DistributedApplicationEventSubscription subscription)
    {
        handlers.AddOrUpdate(typeof(T), [subscription], (_, all) => all.Add(subscription));
        return subscription;
    }
}
