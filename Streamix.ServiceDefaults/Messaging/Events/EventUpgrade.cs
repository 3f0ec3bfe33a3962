namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>Turns an old version of an event into the next one.</summary>
internal sealed record EventUpgrade(EventContract From, Type FromClass, EventContract To, Func<object, object> Apply);
