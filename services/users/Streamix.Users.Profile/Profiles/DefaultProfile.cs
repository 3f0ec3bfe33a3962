using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Profile.Data;
using Streamix.Users.Profile.Households;

namespace Streamix.Users.Profile.Profiles;

/// <summary>Every account begins with a profile of its own name, once: a repeat, or one after it was deleted, makes no other.</summary>
internal sealed class DefaultProfile(ProfileDb db, Roster roster, TimeProvider time) : IEventHandler<AccountRegistered>
{
    public async Task HandleAsync(AccountRegistered @event, EventContext context, CancellationToken cancellationToken)
    {
        var household = await db.LockHouseholdAsync(@event.AccountId, cancellationToken);
        if (!household.Register(Tongue.Of(@event.Locale), time.GetUtcNow()))
            return;
        var name = await FreeNameAsync(@event.AccountId, ProfileName.From(@event.DisplayName), cancellationToken);
        await roster.AddAsync(household, new(name), isDefault: true, cancellationToken);
    }

    /// <summary>Somebody may have been quicker than the event and have taken the name by hand.</summary>
    private async Task<string> FreeNameAsync(Guid accountId, string wanted, CancellationToken cancellationToken)
    {
        var name = wanted;
        for (var number = 2; await IsTakenAsync(accountId, name, cancellationToken); number++)
            name = ProfileName.Numbered(wanted, number);
        return name;
    }

    private Task<bool> IsTakenAsync(Guid accountId, string name, CancellationToken cancellationToken) => db.Database.SqlQuery<bool>(
        $"SELECT EXISTS (SELECT 1 FROM profiles WHERE account_id = {accountId} AND name_key = normalize({ProfileName.Fold(name)}, NFKC)) AS \"Value\"").SingleAsync(cancellationToken);
}
