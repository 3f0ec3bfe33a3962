using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Media.Catalog.Viewers;

/// <summary>Where accounts are at home; of two events the later revision counts, whatever their order.</summary>
internal sealed class CopyCountry(CatalogDb db) : IEventHandler<AccountRegistered>, IEventHandler<AccountLocaleChanged>
{
    public Task HandleAsync(AccountRegistered @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.AccountId, @event.Country, 0, cancellationToken);

    public Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.AccountId, @event.Country, @event.Revision, cancellationToken);

    private Task TakeAsync(Guid accountId, string country, long revision, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO viewer_accounts AS known (account_id, country, revision) VALUES ({accountId}, {country}, {revision})
        ON CONFLICT (account_id) DO UPDATE SET country = excluded.country, revision = excluded.revision WHERE known.revision < excluded.revision
        """, cancellationToken);
}
