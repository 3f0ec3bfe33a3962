using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Suppressions;

/// <summary>Which suppression stops which mail.</summary>
internal static class SuppressionRules
{
    public static bool Stops(SuppressionReason reason, DateTimeOffset since, MailKind kind, DateTimeOffset? consentedAt) => reason switch
    {
        SuppressionReason.HardBounce or SuppressionReason.Manual => true,
        SuppressionReason.Complaint => kind == MailKind.Marketing,
        SuppressionReason.Unsubscribed => kind == MailKind.Marketing && !(consentedAt > since),
        _ => true,
    };
}
