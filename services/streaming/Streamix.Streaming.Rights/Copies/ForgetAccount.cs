using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>News that came after the erasure's last pass may have brought something back; the news of the end takes it away.</summary>
internal sealed class ForgetAccount(RightsOfAccount rights) : IEventHandler<AccountErased>
{
    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) => rights.EraseAsync(@event.AccountId, cancellationToken);
}
