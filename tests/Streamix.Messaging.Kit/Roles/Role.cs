namespace Streamix.Messaging.Kit.Roles;

/// <summary>What a process of a round does.</summary>
public enum Role
{
    /// <summary>Commits events and leaves sending to others.</summary>
    Publish,

    /// <summary>Sends what publishers committed.</summary>
    Relay,

    /// <summary>Applies events.</summary>
    Consume,
}
