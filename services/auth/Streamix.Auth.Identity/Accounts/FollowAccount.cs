using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.Auth.Identity.Privacy;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Accounts;

/// <summary>Keeps the copies up to date.</summary>
internal sealed class FollowAccount(AccountCopies copies, IdentityDb db, CredentialsOfAccount credentials) :
    IEventHandler<AccountStatusChanged>, IEventHandler<AccountRolesChanged>, IEventHandler<AccountEmailChanged>,
    IEventHandler<AccountLocaleChanged>, IEventHandler<AccountErased>
{
    public Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.StatusAsync(@event.AccountId, @event.Status, @event.Revision, cancellationToken);

    public Task HandleAsync(AccountRolesChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.RolesAsync(@event.AccountId, [.. @event.Roles], @event.Revision, cancellationToken);

    /// <summary>A link to a new password lies in the mailbox of the old address, which may be somebody else's now.</summary>
    public async Task HandleAsync(AccountEmailChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        await copies.EmailAsync(@event.AccountId, @event.Email, @event.Revision, cancellationToken);
        await db.PasswordResets.Where(r => r.AccountId == @event.AccountId).ExecuteDeleteAsync(cancellationToken);
    }

    public Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.LocaleAsync(@event.AccountId, @event.Locale, @event.Revision, cancellationToken);

    /// <summary>Whatever came late, after the erasure had passed here.</summary>
    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) =>
        credentials.EraseAsync(@event.AccountId, cancellationToken);
}
