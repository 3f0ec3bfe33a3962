using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.WatchHistory.Watching;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.WatchHistory.Privacy;

/// <summary>A profile that is gone has no history, also none that arrives late.</summary>
internal sealed class ForgetProfile(HistoryDesk history) : IEventHandler<ProfileRemoved>
{
    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        history.ClearAsync(@event.AccountId, @event.ProfileId, null, HistoryDesk.Forever, cancellationToken);
}

/// <summary>Positions that came after the erasure's last pass are taken away by the news of its end.</summary>
internal sealed class ForgetAccount(HistoryOfAccount history) : IEventHandler<AccountErased>
{
    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) => history.EraseAsync(@event.AccountId, cancellationToken);
}
