namespace Streamix.ServiceDefaults.Messaging.Bus;

/// <summary>A received message, to be settled once: acknowledged when its effect is committed, else given up.</summary>
public abstract class BusDelivery(BusMessage message, bool redelivered, CancellationToken revoked)
{
    /// <summary>The message.</summary>
    public BusMessage Message { get; } = message;

    /// <summary>True when the transport knows that it was delivered before.</summary>
    public bool Redelivered { get; } = redelivered;

    /// <summary>Cancelled when the message no longer belongs to this member; whoever owns it now gets it again.</summary>
    public CancellationToken Revoked { get; } = revoked;

    /// <summary>The message is done. Does nothing when it was revoked; never throws for a lost connection.</summary>
    public abstract ValueTask AcknowledgeAsync();

    /// <summary>The message will not be handled by this member; it comes again after the session ended.</summary>
    public virtual void Abandon()
    {
    }
}
