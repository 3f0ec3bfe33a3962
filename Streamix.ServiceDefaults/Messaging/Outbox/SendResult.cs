namespace Streamix.ServiceDefaults.Messaging.Outbox;

/// <summary>What became of a batch; the rest of it is still to be sent.</summary>
internal sealed record SendResult(
    IReadOnlyCollection<OutboxMessage> Confirmed, IReadOnlyCollection<string> Unrouted, Exception? Error);
