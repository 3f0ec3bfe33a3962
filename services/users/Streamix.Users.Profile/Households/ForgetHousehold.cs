using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Profiles;

namespace Streamix.Users.Profile.Households;

/// <summary>
/// An event that came after the erasure's last pass may have made the household again; the news of the end takes it away.
/// Its pictures are left to the janitor.
/// </summary>
internal sealed class ForgetHousehold(ProfileDb db, Roster roster) : IEventHandler<AccountErased>
{
    public async Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await db.LockKnownHouseholdAsync(@event.AccountId, cancellationToken) is not { } household)
            return;
        foreach (var profile in await db.Profiles.Where(p => p.AccountId == @event.AccountId).ToListAsync(cancellationToken))
            await roster.RemoveAsync(profile, cancellationToken);
        db.Households.Remove(household);
    }
}
