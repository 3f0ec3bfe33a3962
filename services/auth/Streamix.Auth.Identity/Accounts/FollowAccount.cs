using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Identity.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Auth.Identity.Accounts;

/// <summary>Keeps the copies up to date.</summary>
internal sealed class FollowAccount(AccountCopies copies, IdentityDb db) :
    IEventHandler<AccountStatusChanged>, IEventHandler<AccountRolesChanged>, IEventHandler<AccountEmailChanged>,
    IEventHandler<AccountLocaleChanged>, IEventHandler<AccountErased>
{
    public Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.StatusAsync(@event.AccountId, @event.Status, @event.Revision, cancellationToken);

    public Task HandleAsync(AccountRolesChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.RolesAsync(@event.AccountId, [.. @event.Roles], @event.Revision, cancellationToken);

    public Task HandleAsync(AccountEmailChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.EmailAsync(@event.AccountId, @event.Email, @event.Revision, cancellationToken);

    public Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken) =>
        copies.LocaleAsync(@event.AccountId, @event.Locale, @event.Revision, cancellationToken);

    /// <summary>What came after the erasure had passed here.</summary>
    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) =>
        db.Copies.Where(c => c.AccountId == @event.AccountId).ExecuteDeleteAsync(cancellationToken);
}
