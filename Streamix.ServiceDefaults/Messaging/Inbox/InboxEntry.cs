namespace Streamix.ServiceDefaults.Messaging.Inbox;

/// <summary>Says that a handler has applied an event, or that the event became its dead letter.</summary>
internal sealed class InboxEntry
{
    public required Guid EventId { get; init; }
    public required string Handler { get; init; }
    public required DateTimeOffset HandledAt { get; init; }
}
