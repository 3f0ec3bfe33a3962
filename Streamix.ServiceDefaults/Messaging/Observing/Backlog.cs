namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>What lies in a service's messaging tables.</summary>
/// <param name="Outbox">Events not yet confirmed by the broker.</param>
/// <param name="OldestSeconds">Age of the oldest of them.</param>
/// <param name="DeadLetters">Events given up that nobody has replayed or discarded.</param>
/// <param name="Inbox">Ids of handled events that are remembered, as PostgreSQL estimates them.</param>
internal sealed record Backlog(long Outbox, double OldestSeconds, long DeadLetters, long Inbox);
