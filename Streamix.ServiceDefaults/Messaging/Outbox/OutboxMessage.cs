using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>An event that was committed and not yet confirmed by the broker.</summary>
internal sealed class OutboxMessage
{
    public const int Partitions = 16;
    public const int MaxSubject = 200;
    public const int MaxBody = 256 * 1024;

    public long Position { get; init; }
    public required Guid Id { get; init; }
    public required short Partition { get; init; }
    public required string Type { get; init; }
    public required int Version { get; init; }
    public required string Subject { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string CorrelationId { get; init; }
    public string? TraceParent { get; init; }
    public string? TraceState { get; init; }

    public Envelope ToEnvelope() => new(Id, Type, Version, Subject, OccurredAt, CorrelationId, TraceParent, TraceState);

    public BusMessage ToBusMessage(string? traceParent) =>
        new(Type, Subject, (ToEnvelope() with { TraceParent = traceParent ?? TraceParent }).ToHeaders(), Body);
}
