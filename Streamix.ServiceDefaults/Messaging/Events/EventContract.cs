using System.Reflection;

namespace Streamix.ServiceDefaults.Messaging.Events;

/// <summary>Name and version of an event class.</summary>
internal readonly record struct EventContract(string Type, int Version)
{
    public static EventContract Of<T>() where T : IEvent => Cache<T>.Contract;

    private static EventContract Read(Type type)
    {
        var attribute = type.GetCustomAttribute<EventTypeAttribute>()
            ?? throw new InvalidOperationException($"{type} has no [EventType].");
        if (attribute.Version < 1 || attribute.Name.Length is 0 or > 100)
            throw new InvalidOperationException($"{type} has an invalid [EventType].");
        return new(attribute.Name, attribute.Version);
    }

    private static class Cache<T>
    {
        public static readonly EventContract Contract = Read(typeof(T));
    }
}
