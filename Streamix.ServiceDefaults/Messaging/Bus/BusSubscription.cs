namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>What a group wants to receive.</summary>
/// <param name="Group">Replicas with the same group share the messages; every group gets all of them.</param>
/// <param name="Types">Names of events.</param>
/// <param name="Prefetch">How many unacknowledged messages this member takes at most.</param>
public sealed record BusSubscription(string Group, IReadOnlyCollection<string> Types, int Prefetch);
