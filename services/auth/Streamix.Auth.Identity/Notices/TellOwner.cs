using Streamix.Auth.Identity.Credentials;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Identity.Notices;

/// <summary>Mails the owner of an account that somebody guessed at, if there is one.</summary>
internal sealed class TellOwner(Subjects subjects, NoticeDesk notices) : IEventHandler<SignInLocked>
{
    public async Task HandleAsync(SignInLocked @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await subjects.FindAsync(@event.AccountId, cancellationToken) is { IsProven: true } subject)
            await notices.LockedAsync(subject, @event.For, cancellationToken);
    }
}
