using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Households;

/// <summary>The profiles go away with their account. The household stays, so that a late registration brings nothing back.</summary>
internal sealed class CopyStatus(ProfileDb db, Roster roster) : IEventHandler<AccountStatusChanged>
{
    public async Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        var household = await db.LockHouseholdAsync(@event.AccountId, cancellationToken);
        household.TakeStatus(@event.Status, @event.Revision);
        if (!household.IsClosed)
            return;
        foreach (var profile in await db.Profiles.Where(p => p.AccountId == @event.AccountId).ToListAsync(cancellationToken))
            await roster.RemoveAsync(profile, cancellationToken);
    }
}
