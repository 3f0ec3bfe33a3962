namespace Streamix.ServiceDefaults.Messaging;

/// <summary>Marks an event contract: a record with an <see cref="EventTypeAttribute"/> that changes by addition only.</summary>
public interface IEvent;
