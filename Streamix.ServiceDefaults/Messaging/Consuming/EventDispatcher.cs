using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Inbox;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Applies one event by one handler: inbox row, effect and staged events in one transaction.</summary>
internal sealed class EventDispatcher<TDb>(
    IServiceScopeFactory scopes, IEventBus bus, MessagingTelemetry telemetry, IMessagingProbe probe, TimeProvider time)
    where TDb : ServiceDb
{
    public async Task ApplyAsync(EventRoute route, Envelope envelope, ReadOnlyMemory<byte> body, int attempt, CancellationToken cancellationToken)
    {
        using var activity = MessagingTelemetry.StartProcess(envelope, route.Handler.Name, bus.System);
        try
        {
            if (await TransactAsync(route, envelope, body, attempt, cancellationToken))
                telemetry.Handled(envelope.Type, route.Handler.Name, time.GetUtcNow() - envelope.OccurredAt);
        }
        catch (Exception error)
        {
            activity?.SetStatus(ActivityStatusCode.Error, error.GetType().Name);
            throw;
        }
    }

    private async Task<bool> TransactAsync(
        EventRoute route, Envelope envelope, ReadOnlyMemory<byte> body, int attempt, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TDb>();
        return await SingleAttempt.TransactAsync(db, async token =>
        {
            if (!await db.TryEnterInboxAsync(envelope.Id, route.Handler.Name, time.GetUtcNow(), token))
                return false;
            probe.Reached(MessagingStep.BeforeHandler);
            await db.HandleAsync(scope.ServiceProvider, route, envelope, body, attempt, token);
            probe.Reached(MessagingStep.Handled);
            return true;
        }, cancellationToken);
    }
}
