namespace Streamix.Comms.Email.Suppressions;

/// <summary>Why nothing is sent to an address.</summary>
internal enum SuppressionReason
{
    /// <summary>There is no such mailbox: nothing at all is sent.</summary>
    HardBounce,

    /// <summary>An operator said so: nothing at all is sent.</summary>
    Manual,

    /// <summary>The person called a mail spam: no marketing, whatever they agree to elsewhere.</summary>
    Complaint,

    /// <summary>The person wants no marketing, until they agree again.</summary>
    Unsubscribed,
}
