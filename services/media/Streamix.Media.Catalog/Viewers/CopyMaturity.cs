using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Media.Catalog.Viewers;

/// <summary>What profiles may watch; of two events the later revision counts, whatever their order.</summary>
internal sealed class CopyMaturity(CatalogDb db) : IEventHandler<ProfileCreated>, IEventHandler<ProfileChanged>
{
    public Task HandleAsync(ProfileCreated @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, cancellationToken);

    public Task HandleAsync(ProfileChanged @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, cancellationToken);

    private Task TakeAsync(Guid profileId, Guid accountId, int maturity, long revision, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO viewer_profiles AS known (profile_id, account_id, maturity, revision) VALUES ({profileId}, {accountId}, {maturity}, {revision})
        ON CONFLICT (profile_id) DO UPDATE SET maturity = excluded.maturity, revision = excluded.revision WHERE known.revision < excluded.revision
        """, cancellationToken);
}
