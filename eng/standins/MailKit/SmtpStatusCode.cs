namespace MailKit.Net.Smtp;

/// <summary>Reply codes (RFC 5321, 4.2.3; RFC 4954). Others are values without a name.</summary>
public enum SmtpStatusCode
{
    /// <summary>220.</summary>
    ServiceReady = 220,

    /// <summary>221.</summary>
    ServiceClosingTransmissionChannel = 221,

    /// <summary>235.</summary>
    AuthenticationSuccessful = 235,

    /// <summary>250.</summary>
    Ok = 250,

    /// <summary>354.</summary>
    StartMailInput = 354,

    /// <summary>421.</summary>
    ServiceNotAvailable = 421,

    /// <summary>530.</summary>
    AuthenticationRequired = 530,

    /// <summary>550.</summary>
    MailboxUnavailable = 550,
}
