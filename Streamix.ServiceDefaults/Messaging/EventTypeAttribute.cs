namespace Streamix.ServiceDefaults.Messaging;

/// <summary>The name and version under which an event travels.</summary>
/// <param name="name"><c>cluster.entity.past-tense</c>, for example <c>media.title.published</c>.</param>
/// <param name="version">Raised by a breaking change only; 1 or more.</param>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Struct, Inherited = false)]
public sealed class EventTypeAttribute(string name, int version = 1) : Attribute
{
    /// <summary>The event's name, shared by all its versions.</summary>
    public string Name { get; } = name;

    /// <summary>The version of the contract.</summary>
    public int Version { get; } = version;
}
