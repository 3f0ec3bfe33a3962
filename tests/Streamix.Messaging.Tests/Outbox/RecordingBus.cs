using System.Collections.Concurrent;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.Messaging.Tests.Outbox;

/// <summary>A transport that keeps what it gets and answers what the test wants.</summary>
internal sealed class RecordingBus : IEventBus
{
    public ConcurrentQueue<BusMessage> Published { get; } = new();

    public Func<BusMessage, PublishOutcome> Answer { get; set; } = _ => PublishOutcome.Confirmed;

    public string System => "recording";

    public IEnumerable<string> Bodies(string subject) =>
        Published.Where(m => m.Subject == subject).Select(m => global::System.Text.Encoding.UTF8.GetString(m.Body.Span));

    public async Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var outcome = Answer(message);
        if (outcome is PublishOutcome.Confirmed)
            Published.Enqueue(message);
        return outcome;
    }

    public Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken) =>
        throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
