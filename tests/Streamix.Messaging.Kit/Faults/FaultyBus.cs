using System.Collections.Concurrent;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Kit.Faults;

/// <summary>A transport at its worst: still at least once and in order per subject, but repeating, shuffling subjects and losing answers.</summary>
public sealed class FaultyBus(IEventBus inner, FaultPlan plan) : IEventBus
{
    private readonly ConcurrentQueue<BusMessage> _old = new();

    public string System => inner.System;

    public async Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken)
    {
        if (plan.Hits(plan.Refuse))
            throw new BusUnavailableException("refused by plan");
        var outcome = await inner.PublishAsync(message, cancellationToken);
        if (outcome is not PublishOutcome.Confirmed)
            return outcome;

        if (plan.Hits(plan.Duplicate))
            await inner.PublishAsync(message, cancellationToken);
        if (plan.Hits(plan.Stale) && _old.TryDequeue(out var old))
            await inner.PublishAsync(old, cancellationToken);
        _old.Enqueue(message);
        return plan.Hits(plan.LoseConfirm) ? throw new BusUnavailableException("confirmation lost by plan") : outcome;
    }

    public async Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken)
    {
        var faults = new FaultySession(plan, receive);
        return faults.Around(await inner.SubscribeAsync(subscription, faults.Receive, cancellationToken));
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
