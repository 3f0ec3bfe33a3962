namespace Streamix.ServiceDefaults.Data;

/// <summary>Names the connection of a <see cref="ServiceDb"/>; the migrator finds contexts by it.</summary>
/// <param name="name">The connection name, for example <c>users-profile-db</c>.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class DatabaseAttribute(string name) : Attribute
{
    /// <summary>The connection name.</summary>
    public string Name { get; } = name;
}
