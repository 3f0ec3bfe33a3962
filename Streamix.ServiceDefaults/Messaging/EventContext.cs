namespace Streamix.ServiceDefaults.Messaging;

/// <summary>The envelope of the event being handled.</summary>
/// <param name="Id">The event's id (UUIDv7), the same on every delivery.</param>
/// <param name="Type">The event's name.</param>
/// <param name="Version">The version in which it was published.</param>
/// <param name="Subject">The key that keeps order.</param>
/// <param name="OccurredAt">When it was staged, UTC.</param>
/// <param name="CorrelationId">Shared by everything that follows from one first cause.</param>
/// <param name="Attempt">1 on the first try in this process.</param>
public sealed record EventContext(
    Guid Id, string Type, int Version, string Subject, DateTimeOffset OccurredAt, string CorrelationId, int Attempt);
