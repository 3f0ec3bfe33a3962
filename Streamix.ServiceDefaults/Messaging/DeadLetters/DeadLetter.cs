using Streamix.ServiceDefaults.Messaging.Events;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

/// <summary>An event a handler could not apply, kept until an operator replays or discards it.</summary>
internal sealed class DeadLetter
{
    public const int MaxReason = 2000;

    public required Guid Id { get; init; }
    public required Guid EventId { get; init; }
    public required string Handler { get; init; }
    public required string Type { get; init; }
    public required int Version { get; init; }
    public required string Subject { get; init; }
    public required byte[] Body { get; init; }
    public required DateTimeOffset OccurredAt { get; init; }
    public required string CorrelationId { get; init; }
    public string? TraceParent { get; init; }
    public required string Reason { get; set; }
    public required int Attempts { get; set; }
    public required DateTimeOffset FailedAt { get; set; }

    public Envelope ToEnvelope() => new(EventId, Type, Version, Subject, OccurredAt, CorrelationId, TraceParent, null);
}
