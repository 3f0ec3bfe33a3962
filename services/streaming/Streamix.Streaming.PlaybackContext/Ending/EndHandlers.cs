using Streamix.Auth.Contracts.Sessions;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Privacy;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.PlaybackContext.Ending;

/// <summary>What an ended session plays ends with it.</summary>
internal sealed class EndOfSession(EndingDesk desk) : IEventHandler<SessionEnded>
{
    public async Task HandleAsync(SessionEnded @event, EventContext context, CancellationToken cancellationToken)
    {
        if (SessionEnds.IsEnd(@event.Reason))
            await desk.EndAsync(playbacks => playbacks.Where(p => p.AccountId == @event.AccountId && p.SessionId == @event.SessionId), PlaybackEnds.Revoked, cancellationToken);
    }
}

/// <summary>A suspended, closed or erased account plays nothing.</summary>
internal sealed class EndOfAccount(EndingDesk desk, PlaybacksOfAccount playbacksOf) : IEventHandler<AccountStatusChanged>, IEventHandler<AccountErased>
{
    public async Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        if (@event.Status != AccountStatuses.Active)
            await desk.EndAsync(playbacks => playbacks.Where(p => p.AccountId == @event.AccountId && p.StartedAt <= @event.ChangedAt), PlaybackEnds.Revoked, cancellationToken);
    }

    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) => playbacksOf.EraseAsync(@event.AccountId, cancellationToken);
}

/// <summary>A profile that is gone plays nothing.</summary>
internal sealed class EndOfProfile(EndingDesk desk) : IEventHandler<ProfileRemoved>
{
    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        desk.EndAsync(playbacks => playbacks.Where(p => p.AccountId == @event.AccountId && p.ProfileId == @event.ProfileId), PlaybackEnds.Revoked, cancellationToken);
}
