using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Media.Catalog.Viewers;

internal sealed class ForgetViewers(CatalogDb db, ViewersOfAccount viewers) : IEventHandler<ProfileRemoved>, IEventHandler<AccountErased>
{
    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        db.ViewerProfiles.Where(p => p.ProfileId == @event.ProfileId).ExecuteDeleteAsync(cancellationToken);

    public Task HandleAsync(AccountErased @event, EventContext context, CancellationToken cancellationToken) =>
        viewers.EraseAsync(@event.AccountId, cancellationToken);
}
