using System.Diagnostics;
using System.Text.Json;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Messaging.Observing;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

internal sealed class OutboxPublisher<TDb>(TDb db, TimeProvider time) : IEventPublisher
    where TDb : ServiceDb
{
    public void Publish<T>(T @event, string subject) where T : IEvent
    {
        ArgumentNullException.ThrowIfNull(@event);
        if (subject is not { Length: > 0 and <= OutboxMessage.MaxSubject } || subject.Contains('\0'))
            throw new ArgumentException($"A subject has 1 to {OutboxMessage.MaxSubject} characters.", nameof(subject));

        var body = JsonSerializer.SerializeToUtf8Bytes(@event, EventJson.Options);
        if (body.Length > OutboxMessage.MaxBody)
            throw new ArgumentException($"An event has at most {OutboxMessage.MaxBody} bytes; this one has {body.Length}.", nameof(@event));

        var contract = EventContract.Of<T>();
        var now = time.GetUtcNow();
        db.Add(new OutboxMessage
        {
            Id = Guid.CreateVersion7(now),
            Partition = (short)SubjectPartition.Of(subject, OutboxMessage.Partitions),
            Type = contract.Type,
            Version = contract.Version,
            Subject = subject,
            Body = body,
            OccurredAt = now,
            CorrelationId = Correlation.Current,
            TraceParent = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null,
            TraceState = Activity.Current?.TraceStateString,
        });
        db.HasStagedEvents = true;
    }
}
