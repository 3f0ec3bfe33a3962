using Streamix.Comms.Contracts.Marketing;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Account.Accounts;
using Streamix.Users.Account.Data;

namespace Streamix.Users.Account.Details;

/// <summary>The link in a mail takes the consent back. One given later than that stays.</summary>
internal sealed class Unsubscribed(AccountDb db, Lifecycle lifecycle) : IEventHandler<MarketingUnsubscribed>
{
    public async Task HandleAsync(MarketingUnsubscribed @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(@event.AccountId, cancellationToken) is { MarketingConsent: true, Status: not AccountStatus.Closed } account
            && account.MarketingConsentAt <= @event.OccurredAt)
            lifecycle.Consent(account, marketing: false, @event.OccurredAt);
    }
}
