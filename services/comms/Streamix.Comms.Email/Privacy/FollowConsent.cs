using Microsoft.EntityFrameworkCore;
using Streamix.Comms.Email.Campaigns;
using Streamix.Comms.Email.Data;
using Streamix.Comms.Email.Queue;
using Streamix.Comms.Email.Suppressions;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Email.Privacy;

/// <summary>What the owner says of marketing mails in the account. The instants decide, so the order of arrival does not matter.</summary>
internal sealed class FollowConsent(EmailDb db, SuppressionList suppressions, TimeProvider time) : IEventHandler<AccountConsentChanged>
{
    public Task HandleAsync(AccountConsentChanged @event, EventContext context, CancellationToken cancellationToken) => @event.Marketing
        ? suppressions.LiftAsync(@event.AccountId, @event.ChangedAt, cancellationToken)
        : WithdrawAsync(@event.AccountId, @event.ChangedAt, cancellationToken);

    private async Task WithdrawAsync(Guid accountId, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await suppressions.AddAsync(accountId, at, cancellationToken);
        await CampaignMails.Idle(db.Mails.Where(m => m.AccountId == accountId && m.Kind == MailKind.Marketing && !(m.ConsentedAt > at)), now)
            .ExecuteUpdateAsync(CampaignMails.Discard(now), cancellationToken);
    }
}
