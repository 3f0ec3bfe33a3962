using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Search.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Discovery.Search.Viewers;

/// <summary>Keeps the country of each account; a registration is older than any change.</summary>
internal sealed class CopyCountry(SearchDb db) : IEventHandler<AccountRegistered>, IEventHandler<AccountLocaleChanged>
{
    public Task HandleAsync(AccountRegistered @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.AccountId, @event.Country, 0, cancellationToken);

    public Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.AccountId, @event.Country, @event.Revision, cancellationToken);

    private Task<int> TakeAsync(Guid accountId, string country, long revision, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO viewing_accounts AS a (account_id, country, revision) VALUES ({accountId}, {country}, {revision})
        ON CONFLICT (account_id) DO UPDATE SET country = excluded.country, revision = excluded.revision WHERE a.revision < excluded.revision
        """, cancellationToken);
}
