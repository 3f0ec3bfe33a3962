using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Households;

/// <summary>Profiles without a language of their own speak the account's.</summary>
internal sealed class CopyLocale(ProfileDb db, TimeProvider time) : IEventHandler<AccountLocaleChanged>
{
    public async Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        var household = await db.LockHouseholdAsync(@event.AccountId, cancellationToken);
        if (!household.TakeLocale(Tongue.Of(@event.Locale), @event.Revision))
            return;
        var following = await db.Profiles.Where(p => p.AccountId == @event.AccountId && p.FollowsAccount).ToListAsync(cancellationToken);
        foreach (var profile in following)
            profile.Follow(household, time.GetUtcNow());
    }
}
