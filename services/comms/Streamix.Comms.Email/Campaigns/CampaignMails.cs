using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>What happens to many mails of a campaign at once.</summary>
internal static class CampaignMails
{
    /// <summary>Mails of cancelled campaigns that nobody is sending at this moment.</summary>
    public static IQueryable<Mail> Left(EmailDb db, DateTimeOffset now) =>
        Idle(db.Mails, now).Where(m => db.Campaigns.Any(c => c.Id == m.CampaignId && c.State == CampaignState.Cancelled));

    /// <summary>Not sent yet, and leased by nobody.</summary>
    public static IQueryable<Mail> Idle(IQueryable<Mail> mails, DateTimeOffset now) =>
        mails.Where(m => m.State == MailState.Held || (m.State == MailState.Queued && (m.Lease == null || m.DueAt <= now)));

    public static Action<UpdateSettersBuilder<Mail>> Discard(DateTimeOffset now) => set => set
        .SetProperty(m => m.State, MailState.Discarded)
        .SetProperty(m => m.Content, (byte[]?)null)
        .SetProperty(m => m.Lease, (Guid?)null)
        .SetProperty(m => m.FinishedAt, now);

    /// <summary>Takes back what was planned and not tried, so that resuming begins at the campaign's rate again.</summary>
    public static Task<int> HoldAsync(EmailDb db, Guid campaignId, CancellationToken cancellationToken) =>
        db.Mails.Where(m => m.CampaignId == campaignId && m.State == MailState.Queued && m.Lease == null && m.Attempts == 0)
            .ExecuteUpdateAsync(set => set.SetProperty(m => m.State, MailState.Held), cancellationToken);
}
