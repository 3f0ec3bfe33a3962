namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Tells other services what happened, in the transaction in which it happened.</summary>
public interface IEventPublisher
{
    /// <summary>
    /// Stages <paramref name="event"/> in the service's context; it is written by the next <c>SaveChanges</c> and sent after the commit,
    /// at least once. Events of one <paramref name="subject"/> arrive in the order of their commits, provided that writers of the subject
    /// exclude each other (a version check or a row lock taken before staging).
    /// </summary>
    /// <param name="event">A record with an <see cref="EventTypeAttribute"/>; at most 256 KiB as JSON.</param>
    /// <param name="subject">The key whose events keep their order, for example the id of the entity; 1 to 200 characters, no personal data.</param>
    /// <exception cref="ArgumentException">The subject is empty or too long, or the event too large.</exception>
    void Publish<T>(T @event, string subject) where T : IEvent;
}
