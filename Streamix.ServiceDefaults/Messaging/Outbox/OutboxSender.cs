using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>Sends a batch: subjects side by side, the events of one subject one after the other, each confirmed before the next.</summary>
internal sealed class OutboxSender(IEventBus bus, MessagingTelemetry telemetry, IMessagingProbe probe, IOptions<MessagingOptions> options)
{
    public async Task<SendResult> SendAsync(IReadOnlyList<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var results = await Task.WhenAll(messages.GroupBy(m => m.Subject).Select(s => SendSubjectAsync(s, cancellationToken)));
        return new(
            [.. results.SelectMany(r => r.Confirmed)],
            [.. results.SelectMany(r => r.Unrouted).Distinct()],
            results.FirstOrDefault(r => r.Error is not null)?.Error);
    }

    private async Task<SendResult> SendSubjectAsync(IEnumerable<OutboxMessage> messages, CancellationToken cancellationToken)
    {
        var confirmed = new List<OutboxMessage>();
        var unrouted = new HashSet<string>();
        try
        {
            foreach (var message in messages.Where(m => !unrouted.Contains(m.Type)))
            {
                if (await SendAsync(message, cancellationToken) is PublishOutcome.Confirmed)
                    confirmed.Add(message);
                else
                    unrouted.Add(message.Type);
            }

            return new(confirmed, unrouted, null);
        }
        catch (Exception error) when (error is BusUnavailableException or OperationCanceledException)
        {
            return new(confirmed, unrouted, error);
        }
    }

    private async Task<PublishOutcome> SendAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        using var activity = MessagingTelemetry.StartPublish(new(message.Id, message.Type, message.TraceParent, message.TraceState), bus.System);
        probe.Reached(MessagingStep.BeforePublish);
        // A broker such as Kafka takes what nobody will ever read.
        var outcome = options.Value.KeepsHere(message.Type) ? PublishOutcome.Unrouted : await bus.PublishAsync(message.ToBusMessage(activity?.Id), cancellationToken);
        if (outcome is PublishOutcome.Confirmed)
        {
            probe.Reached(MessagingStep.Confirmed);
            telemetry.Published(message.Type);
        }
        else
        {
            telemetry.Unrouted(message.Type);
        }

        return outcome;
    }
}
