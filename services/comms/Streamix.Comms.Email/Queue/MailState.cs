namespace Streamix.Comms.Email.Queue;

/// <summary>Where a mail is. From <see cref="Sent"/> on nothing of its content is left.</summary>
internal enum MailState
{
    /// <summary>Part of a campaign, not yet its turn.</summary>
    Held,

    /// <summary>To be sent when it is due.</summary>
    Queued,

    /// <summary>Given up; an operator may try again or discard it.</summary>
    Dead,

    /// <summary>The server has taken it.</summary>
    Sent,

    /// <summary>Its address is suppressed.</summary>
    Suppressed,

    /// <summary>Too late to be of use.</summary>
    Expired,

    /// <summary>By an operator, or with its campaign.</summary>
    Discarded,
}
