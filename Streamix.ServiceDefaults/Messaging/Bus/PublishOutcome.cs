namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>What the broker said to a publish.</summary>
public enum PublishOutcome
{
    /// <summary>Stored.</summary>
    Confirmed,

    /// <summary>Nobody listens to this type yet; nothing was stored.</summary>
    Unrouted,
}
