using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Writes down what was started, each id once.</summary>
internal sealed class StartBook(PlaybackDb db, IEventPublisher events)
{
    /// <summary>False: there is one of that id already.</summary>
    public async Task<bool> AddAsync(Playback playback, CancellationToken cancellationToken)
    {
        try
        {
            db.Playbacks.Add(playback);
            events.Publish(
                new PlaybackStarted(playback.Id, playback.AccountId, playback.ProfileId, playback.TitleId, playback.AssetId, playback.Country, playback.StartedAt), playback.AccountId.ToString());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate })
        {
            db.ChangeTracker.Clear();
            return false;
        }
    }

    /// <summary>The first answer keeps its manifests; of the repeats only the latest does.</summary>
    /// <returns>False: it has ended meanwhile.</returns>
    public async Task<bool> RepeatAsync(Playback p, CancellationToken cancellationToken)
    {
        var (key, current, until) = (p.ManifestKey, p.Routes, p.LicenceUntil);
        return await db.Playbacks.Where(e => e.Id == p.Id && e.AccountId == p.AccountId && e.State == PlaybackState.Playing).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.EarlierManifestKey, e => e.EarlierManifestKey ?? e.ManifestKey).SetProperty(e => e.ManifestKey, key).SetProperty(e => e.Routes, current)
                .SetProperty(e => e.LicenceUntil, until),
            cancellationToken) > 0;
    }
}
