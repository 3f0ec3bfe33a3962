namespace Streamix.Comms.Email.Queue;

/// <summary>A line of the send log: what was sent when, and nothing of what it said or to which address.</summary>
/// <param name="Id">The mail.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="CampaignId">Of marketing.</param>
/// <param name="Template">The template.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Recipient">A hash by which mails to one address can be told.</param>
/// <param name="State">Where it is.</param>
/// <param name="Attempts">Tries so far.</param>
/// <param name="Failure">What went wrong last.</param>
/// <param name="Outcome">What the receiving side reported later.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="DueAt">The next try, UTC.</param>
/// <param name="ExpiresAt">Not sent later, UTC.</param>
/// <param name="FinishedAt">UTC.</param>
internal sealed record MailView(
    Guid Id, Guid? AccountId, Guid? CampaignId, string Template, string Locale, string Recipient, MailState State, int Attempts,
    string? Failure, string? Outcome, DateTimeOffset CreatedAt, DateTimeOffset? DueAt, DateTimeOffset ExpiresAt, DateTimeOffset? FinishedAt)
{
    private const int HashBytes = 8;

    public static MailView Of(Mail mail) => new(
        mail.Id, mail.AccountId, mail.CampaignId, mail.Template, mail.Locale, Convert.ToHexStringLower(mail.AddressHash.AsSpan(0, HashBytes)), mail.State, mail.Attempts,
        mail.Failure, mail.Outcome, mail.CreatedAt, mail.State == MailState.Queued ? mail.DueAt : null, mail.ExpiresAt, mail.FinishedAt);
}
