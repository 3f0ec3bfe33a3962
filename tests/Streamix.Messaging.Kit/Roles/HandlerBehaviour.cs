using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Messaging.Kit.Roles;

/// <summary>What handlers do before their effect; nothing unless a test says so.</summary>
public sealed class HandlerBehaviour
{
    public string Node { get; init; } = "node";

    public Func<StepTaken, EventContext, CancellationToken, Task> BeforeAsync { get; set; } = (_, _, _) => Task.CompletedTask;
}
