using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;
using Streamix.Users.Contracts.Accounts;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>Keeps status and country of each account; a registration is older than any change.</summary>
internal sealed class CopyAccount(RightsDb db) : IEventHandler<AccountRegistered>, IEventHandler<AccountStatusChanged>, IEventHandler<AccountLocaleChanged>
{
    public Task HandleAsync(AccountRegistered @event, EventContext context, CancellationToken cancellationToken) => TakeAsync(@event.AccountId, $"""
        INSERT INTO known_accounts AS a (account_id, status, status_revision, country, country_revision)
        VALUES ({@event.AccountId}, {AccountStatuses.Pending}, 0, {@event.Country}, 0)
        ON CONFLICT (account_id) DO UPDATE SET
            status = coalesce(a.status, excluded.status), status_revision = greatest(a.status_revision, 0),
            country = coalesce(a.country, excluded.country), country_revision = greatest(a.country_revision, 0)
        RETURNING xmax <> 0 AS "Value"
        """, cancellationToken);

    public Task HandleAsync(AccountStatusChanged @event, EventContext context, CancellationToken cancellationToken) => TakeAsync(@event.AccountId, $"""
        INSERT INTO known_accounts AS a (account_id, status, status_revision, country_revision) VALUES ({@event.AccountId}, {@event.Status}, {@event.Revision}, -1)
        ON CONFLICT (account_id) DO UPDATE SET status = excluded.status, status_revision = excluded.status_revision WHERE a.status_revision < excluded.status_revision
        RETURNING xmax <> 0 AS "Value"
        """, cancellationToken);

    public Task HandleAsync(AccountLocaleChanged @event, EventContext context, CancellationToken cancellationToken) => TakeAsync(@event.AccountId, $"""
        INSERT INTO known_accounts AS a (account_id, status_revision, country, country_revision) VALUES ({@event.AccountId}, -1, {@event.Country}, {@event.Revision})
        ON CONFLICT (account_id) DO UPDATE SET country = excluded.country, country_revision = excluded.country_revision WHERE a.country_revision < excluded.country_revision
        RETURNING xmax <> 0 AS "Value"
        """, cancellationToken);

    private async Task TakeAsync(Guid accountId, FormattableString statement, CancellationToken cancellationToken)
    {
        var changed = await db.Database.SqlQuery<bool>(statement).ToListAsync(cancellationToken);
        await db.TellAsync(changed, FactNews.Account(accountId), cancellationToken);
    }
}
