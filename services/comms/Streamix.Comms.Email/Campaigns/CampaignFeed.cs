using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Comms.Email.Campaigns;

/// <summary>
/// Makes a campaign's mails due, a few seconds ahead and evenly spread, so that its rate holds whatever the number of replicas.
/// One replica at a time plans a campaign: it holds the campaign's row meanwhile.
/// </summary>
internal sealed class CampaignFeed(EmailDb db, TimeProvider time)
{
    private static readonly TimeSpan Horizon = TimeSpan.FromSeconds(2);
    private const int AtMost = 500;

    /// <summary>Plans every running campaign once; answers whether any is still running.</summary>
    public async Task<bool> FeedAsync(CancellationToken cancellationToken)
    {
        var running = await db.Campaigns.Where(c => c.State == CampaignState.Running).OrderBy(c => c.StartedAt).Select(c => c.Id).ToListAsync(cancellationToken);
        foreach (var id in running)
            await db.InTransactionAsync(token => FeedOneAsync(id, token), cancellationToken: cancellationToken);
        return running.Count > 0;
    }

    private async Task FeedOneAsync(Guid id, CancellationToken cancellationToken)
    {
        var found = await db.Campaigns.FromSql($"SELECT *, xmin FROM campaigns WHERE id = {id} AND state = 'Running' FOR UPDATE SKIP LOCKED").ToListAsync(cancellationToken);
        if (found.SingleOrDefault() is not { } campaign)
            return;

        var now = time.GetUtcNow();
        var room = Math.Min(AtMost, campaign.Room(now, Horizon));
        var held = await db.Mails.Where(m => m.CampaignId == id && m.State == MailState.Held).OrderBy(m => m.Id).Select(m => m.Id).Take(room).ToListAsync(cancellationToken);
        if (held.Count > 0)
            await QueueAsync([.. held], [.. campaign.Plan(held.Count, now)], cancellationToken);
        else if (room > 0 && !await db.Mails.AnyAsync(m => m.CampaignId == id && (m.State == MailState.Held || m.State == MailState.Queued), cancellationToken))
            campaign.TryFinish(now);
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task QueueAsync(Guid[] ids, DateTimeOffset[] due, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            UPDATE mails SET state = 'Queued', due_at = plan.due FROM unnest({ids}, {due}) AS plan (id, due) WHERE mails.id = plan.id AND mails.state = 'Held'
            """, cancellationToken);
        await MailSignal.SendAsync(db, cancellationToken);
    }
}
