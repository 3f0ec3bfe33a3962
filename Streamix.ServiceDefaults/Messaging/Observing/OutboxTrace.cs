namespace Streamix.ServiceDefaults.Messaging.Observing;

/// <summary>What a publish span needs to know of an event.</summary>
internal readonly record struct OutboxTrace(Guid Id, string Type, string? TraceParent, string? TraceState);
