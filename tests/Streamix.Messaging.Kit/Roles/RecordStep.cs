using Streamix.Messaging.Kit.Data;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Messaging.Kit.Roles;

/// <summary>Writes what it gets, after doing what the test told it to do first.</summary>
public sealed class RecordStep(KitDb db, HandlerBehaviour behaviour) : IEventHandler<StepTaken>
{
    public async Task HandleAsync(StepTaken @event, EventContext context, CancellationToken cancellationToken)
    {
        db.Add(new AppliedStep { EventId = context.Id, Subject = context.Subject, Number = @event.Number, Node = behaviour.Node });
        await behaviour.BeforeAsync(@event, context, cancellationToken);
    }
}
