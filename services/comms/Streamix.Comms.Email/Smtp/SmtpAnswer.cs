namespace Streamix.Comms.Email.Smtp;

/// <summary>What the server made of a mail.</summary>
internal enum SmtpVerdict
{
    /// <summary>It is the server's now.</summary>
    Accepted,

    /// <summary>4xx, or the connection broke: try again. After a break the server may have it already.</summary>
    Later,

    /// <summary>No mail can be handed in at present: no connection, no TLS, no login.</summary>
    Away,

    /// <summary>5xx: it will never take this mail.</summary>
    Refused,

    /// <summary>5xx that says of the recipient: there is no such mailbox.</summary>
    NoMailbox,
}

/// <summary>A verdict with its code, as <c>smtp-550 5.1.1</c>, and the provider's id of an accepted mail.</summary>
internal sealed record SmtpAnswer(SmtpVerdict Verdict, string? Code = null, string? ProviderId = null);
