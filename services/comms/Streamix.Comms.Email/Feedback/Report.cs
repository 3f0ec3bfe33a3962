namespace Streamix.Comms.Email.Feedback;

/// <summary>What a provider tells of a mail that was handed in.</summary>
/// <param name="Id">The report's own id, with who reports.</param>
/// <param name="Kind">What happened.</param>
/// <param name="Addresses">Whom it is about.</param>
/// <param name="MailId">Our id of the mail, when it is known.</param>
/// <param name="ProviderId">The provider's id of the mail.</param>
internal sealed record Report(string Id, ReportKind Kind, IReadOnlyList<string> Addresses, Guid? MailId, string? ProviderId);

internal enum ReportKind
{
    /// <summary>There is no such mailbox.</summary>
    HardBounce,

    /// <summary>Full, away, too large: may work another time.</summary>
    SoftBounce,

    /// <summary>The person called it spam.</summary>
    Complaint,
}
