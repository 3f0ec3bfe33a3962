using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Messaging.Kit;

/// <summary>The event of the kit: the n-th of its subject.</summary>
[EventType(Name)]
public sealed record StepTaken(int Number, string? Note = null) : IEvent
{
    public const string Name = "kit.step.taken";
}
