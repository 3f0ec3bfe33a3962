using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Comms.Email.Privacy;

/// <summary>Erases what came after the erasure had passed here, as a mail that was asked for before and arrived late.</summary>
internal sealed class ForgetAccount(IEnumerable<IPersonalDataStore> stores) : IEventHandler<AccountErased>
{
    public async Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken)
    {
        foreach (var store in stores)
            await store.EraseAsync(@event.AccountId, cancellationToken);
    }
}
