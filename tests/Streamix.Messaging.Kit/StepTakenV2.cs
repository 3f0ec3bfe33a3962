using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Messaging.Kit;

/// <summary>The same event after a breaking change.</summary>
[EventType(StepTaken.Name, version: 2)]
public sealed record StepTakenV2(Walk Walk) : IEvent;

/// <summary>Where the number went.</summary>
public sealed record Walk(int Step);
