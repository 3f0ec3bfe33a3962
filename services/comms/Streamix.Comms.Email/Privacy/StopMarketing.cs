using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Campaigns;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Email.Privacy;

/// <summary>Accounts that are suspended or closed get no more marketing.</summary>
internal sealed class StopMarketing(EmailDb db, TimeProvider time) : IEventHandler<AccountStatusChanged>
{
    public Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return @event.Status is AccountStatuses.Suspended or AccountStatuses.Closed
            ? CampaignMails.Idle(db.Mails.Where(m => m.AccountId == @event.AccountId && m.Kind == MailKind.Marketing), now).ExecuteUpdateAsync(CampaignMails.Discard(now), cancellationToken)
            : Task.CompletedTask;
    }
}
