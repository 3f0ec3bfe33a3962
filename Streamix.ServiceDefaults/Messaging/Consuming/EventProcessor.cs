using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Takes a delivery to its end: applied by every handler, or a dead letter.</summary>
internal sealed class EventProcessor<TDb>(
    EventCatalog catalog,
    EventDispatcher<TDb> dispatcher,
    DeadLetterWriter<TDb> deadLetters,
    DatabaseReach<TDb> reach,
    MessagingTelemetry telemetry,
    IMessagingProbe probe,
    IOptions<MessagingOptions> options,
    TimeProvider time,
    Random random,
    ILogger<EventProcessor<TDb>> logger)
    where TDb : ServiceDb
{
    private readonly RetryOptions _retry = options.Value.Retry;
    private readonly Backoff _backoff = new(options.Value.Retry.BaseDelay, options.Value.Retry.MaxDelay, random);

    /// <summary>Returns when the message may be acknowledged. <paramref name="slot"/> is given back while waiting for a retry.</summary>
    public async Task ProcessAsync(BusMessage message, HandlerSlot slot, CancellationToken cancellationToken)
    {
        if (!catalog.Handles(message.Type))
            return;
        if (!Envelope.TryRead(message, out var envelope))
        {
            await PersistAsync(message.Type, slot, token =>
                deadLetters.WriteUnreadableAsync(message, "The envelope is incomplete.", token), cancellationToken);
            probe.Reached(MessagingStep.DeadLettered);
            telemetry.DeadLettered(message.Type, DeadLetterHandlers.Unreadable);
            return;
        }

        var routes = catalog.Find(message.Type, envelope.Version);
        if (routes.Count == 0)
            await GiveUpAsync(envelope, DeadLetterHandlers.None, message.Body, "No handler understands this version.", "UnknownVersion", 1, slot, cancellationToken);
        foreach (var route in routes)
            await ApplyAsync(route, envelope, message.Body, slot, cancellationToken);
    }

    private async Task ApplyAsync(EventRoute route, Envelope envelope, ReadOnlyMemory<byte> body, HandlerSlot slot, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await PersistAsync(envelope.Type, slot, token => dispatcher.ApplyAsync(route, envelope, body, attempt, token), cancellationToken, countsSlowStatements: true);
                probe.Reached(MessagingStep.Applied);
                return;
            }
            catch (Exception error) when (!slot.IsCancelled)
            {
                telemetry.Failed(envelope.Type, route.Handler.Name);
                if (attempt >= _retry.Attempts || error is JsonException)
                {
                    await GiveUpAsync(
                        envelope, route.Handler.Name, body, FailureReason.Of(error), error.GetType().Name, attempt, slot, cancellationToken);
                    return;
                }

                var delay = _backoff.Delay(attempt);
                logger.HandlerFailed(route.Handler.Name, envelope.Type, envelope.Id, attempt, error.GetType().Name, delay);
                await slot.PauseAsync(delay, time);
            }
        }
    }

    private async Task GiveUpAsync(
        Envelope envelope, string handler, ReadOnlyMemory<byte> body, string reason, string error, int attempts, HandlerSlot slot, CancellationToken cancellationToken)
    {
        await PersistAsync(envelope.Type, slot, token =>
            deadLetters.WriteAsync(envelope, handler, body, reason, attempts, token), cancellationToken);
        probe.Reached(MessagingStep.DeadLettered);
        telemetry.DeadLettered(envelope.Type, handler);
        logger.DeadLettered(handler, envelope.Type, envelope.Id, attempts, error);
    }

    /// <summary>What is away is no fault of the event, be it the database or a service the handler needs: waits for it without counting attempts.</summary>
    private async Task PersistAsync(
        string type, HandlerSlot slot, Func<CancellationToken, Task> work, CancellationToken cancellationToken, bool countsSlowStatements = false)
    {
        for (var failure = 1; ; failure++)
        {
            try
            {
                await work(cancellationToken);
                return;
            }
            catch (Exception error) when (DatabaseFailure.IsUnavailable(error) && !slot.IsCancelled)
            {
                if (countsSlowStatements && await reach.IsSlowStatementAsync(error, cancellationToken))
                    throw;
                var delay = _backoff.Delay(failure);
                logger.DatabaseAway(type, error.GetType().Name, delay);
                await slot.PauseAsync(delay, time);
            }
            catch (DependencyUnavailableException error) when (!slot.IsCancelled)
            {
                var delay = _backoff.Delay(failure);
                logger.DependencyAway(error.Dependency, type, delay);
                await slot.PauseAsync(delay, time);
            }
        }
    }
}
