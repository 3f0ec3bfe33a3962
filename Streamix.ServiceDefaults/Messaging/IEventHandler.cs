namespace Streamix.ServiceDefaults.Messaging;

/// <summary>
/// Reacts to an event inside a transaction of the service's context, which also records that the event was handled:
/// both are committed or neither. An exception rolls back; the event is tried again and finally becomes a dead letter.
/// </summary>
/// <typeparam name="T">The version of the event the handler understands.</typeparam>
public interface IEventHandler<in T> where T : IEvent
{
    /// <summary>Applies the event. Changes tracked by the context are saved by the caller; effects outside the database may happen twice.</summary>
    Task HandleAsync(T @event, EventContext context, CancellationToken cancellationToken);
}
