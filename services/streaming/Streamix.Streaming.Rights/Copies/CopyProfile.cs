using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>Keeps what each profile may watch.</summary>
internal sealed class CopyProfile(RightsDb db) : IEventHandler<ProfileCreated>, IEventHandler<ProfileChanged>, IEventHandler<ProfileRemoved>
{
    public Task HandleAsync(ProfileCreated @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, removed: false, cancellationToken);

    public Task HandleAsync(ProfileChanged @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, @event.Maturity, @event.Revision, removed: false, cancellationToken);

    public Task HandleAsync(ProfileRemoved @event, EventContext context, CancellationToken cancellationToken) =>
        TakeAsync(@event.ProfileId, @event.AccountId, 0, long.MaxValue, removed: true, cancellationToken);

    private async Task TakeAsync(Guid profileId, Guid accountId, int told, long revision, bool removed, CancellationToken cancellationToken)
    {
        var maturity = Math.Clamp(told, 0, Ratings.Adult);
        var changed = await db.Database.SqlQuery<bool>($"""
            INSERT INTO known_profiles AS p (profile_id, account_id, maturity, revision, removed) VALUES ({profileId}, {accountId}, {maturity}, {revision}, {removed})
            ON CONFLICT (profile_id) DO UPDATE SET maturity = excluded.maturity, revision = excluded.revision, removed = excluded.removed WHERE p.revision < excluded.revision
            RETURNING xmax <> 0 AS "Value"
            """).ToListAsync(cancellationToken);
        await db.TellAsync(changed, FactNews.Profile(profileId), cancellationToken);
    }
}
