using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Drm.Playbacks;

/// <summary>Which playbacks may fetch keys.</summary>
internal sealed class PlaybackDesk(DrmDb db, IOptions<DrmOptions> options, TimeProvider time)
{
    /// <summary>Opens a playback, or prolongs the one of the same account and asset. False: withdrawn, or not theirs.</summary>
    public Task<bool> AuthoriseAsync(Grant grant, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        await db.LockPlaybackAsync(grant.PlaybackId, token);
        if (await db.WithdrawnPlaybacks.AnyAsync(w => w.Id == grant.PlaybackId, token))
            return false;
        var now = time.GetUtcNow();
        return await db.Database.ExecuteSqlAsync($"""
            INSERT INTO playbacks (id, account_id, profile_id, asset_id, authorised_at, expires_at, licences)
            VALUES ({grant.PlaybackId}, {grant.AccountId}, {grant.ProfileId}, {grant.AssetId}, {now}, {grant.ExpiresAt}, 0)
            ON CONFLICT (id) DO UPDATE SET expires_at = greatest(playbacks.expires_at, excluded.expires_at)
              WHERE playbacks.account_id = excluded.account_id AND playbacks.asset_id = excluded.asset_id
            """, token) > 0;
    }, cancellationToken: cancellationToken);

    /// <summary>From its return on, no token of this playback gets anything.</summary>
    public Task WithdrawAsync(Guid playbackId, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var now = time.GetUtcNow();
        await db.LockPlaybackAsync(playbackId, token);
        await db.Database.ExecuteSqlAsync($"INSERT INTO withdrawn_playbacks (id, withdrawn_at) VALUES ({playbackId}, {now}) ON CONFLICT DO NOTHING", token);
    }, cancellationToken: cancellationToken);

    /// <summary>
    /// Counts a fetch under a token that is in time, before keys are opened. What was withdrawn before this is seen; a withdrawal that comes
    /// meanwhile waits for the fetch that was sooner.
    /// </summary>
    public async Task<Standing> ClaimAsync(Grant grant, CancellationToken cancellationToken)
    {
        await db.LockPlaybackAsync(grant.PlaybackId, cancellationToken);
        if (await db.WithdrawnPlaybacks.AnyAsync(w => w.Id == grant.PlaybackId, cancellationToken))
            return Standing.Withdrawn;
        var counted = await db.Database.SqlQuery<int>($"""
            UPDATE playbacks SET licences = licences + 1 WHERE id = {grant.PlaybackId} AND account_id = {grant.AccountId} AND asset_id = {grant.AssetId}
            RETURNING licences AS "Value"
            """).ToListAsync(cancellationToken);
        return counted switch
        {
            [var count] when count <= options.Value.LicencesPerPlayback => Standing.Good,
            [_] => Standing.Exhausted,
            _ => Standing.Withdrawn,
        };
    }
}

/// <summary>Whether a playback may fetch.</summary>
internal enum Standing
{
    Good,
    Withdrawn,
    Exhausted,
}
