using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

internal static class HandlerInvocation
{
    /// <summary>Runs a handler in the transaction that is open and saves what it tracked.</summary>
    public static async Task HandleAsync(
        this ServiceDb db, IServiceProvider services, EventRoute route, Envelope envelope, ReadOnlyMemory<byte> body, int attempt, CancellationToken cancellationToken)
    {
        Correlation.Continue(envelope.CorrelationId);
        await route.Handler.InvokeAsync(services, route.Read(body.Span), envelope.ToContext(attempt), cancellationToken);
        if (db.ChangeTracker.HasChanges())
            await db.SaveChangesAsync(cancellationToken);
    }
}
