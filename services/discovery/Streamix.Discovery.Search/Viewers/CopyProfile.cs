using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Search.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Discovery.Search.Viewers;

/// <summary>Keeps what each profile may watch.</summary>
internal sealed class CopyProfile(SearchDb db) : IEventHandler<ProfileCreated>, IEventHandler<ProfileChanged>, IEventHandler<ProfileRemoved>
{
    public Task HandleAsync(ProfileCreated @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, removed: false, cancellationToken);

    public Task HandleAsync(ProfileChanged @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, removed: false, cancellationToken);

    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, 0, long.MaxValue, removed: true, cancellationToken);

    private Task<int> TakeAsync(Guid profileId, Guid accountId, int told, long revision, bool removed, CancellationToken cancellationToken)
    {
        var maturity = Math.Clamp(told, 0, Viewer.Adult);
        return db.Database.ExecuteSqlAsync($"""
            INSERT INTO viewing_profiles AS p (profile_id, account_id, maturity, revision, removed) VALUES ({profileId}, {accountId}, {maturity}, {revision}, {removed})
            ON CONFLICT (profile_id) DO UPDATE SET maturity = excluded.maturity, revision = excluded.revision, removed = excluded.removed WHERE p.revision < excluded.revision
            """, cancellationToken);
    }
}
