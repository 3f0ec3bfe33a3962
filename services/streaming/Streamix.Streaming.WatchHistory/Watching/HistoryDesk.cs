using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Recording;

namespace Streamix.Streaming.WatchHistory.Watching;

/// <summary>What people do to their history by themselves.</summary>
internal sealed class HistoryDesk(HistoryDb db, PositionWriter writer, TimeProvider time)
{
    /// <summary>Whatever comes, and whenever it was played.</summary>
    public static readonly DateTimeOffset Forever = new(9999, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Not offered to go on with until it is played again: a title, or all of the series it belongs to or is. Players' clocks may be ahead of ours.</summary>
    public Task<int> HideAsync(Guid account, Guid profile, Guid title, bool hidden, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var series = db.Facts.Where(f => f.TitleId == title && f.SeriesId != null).Select(f => f.SeriesId);
        return db.Watched
            .Where(w => w.AccountId == account && w.ProfileId == profile
                && (w.TitleId == title || db.Facts.Any(f => f.TitleId == w.TitleId && (f.SeriesId == title || series.Contains(f.SeriesId)))))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.HiddenAt, w => !hidden ? (DateTimeOffset?)null : w.PlayedAt > now ? w.PlayedAt : now), cancellationToken);
    }

    /// <summary>Forgets a title, or everything: what is here, and what was played until then and arrives later.</summary>
    public Task ClearAsync(Guid account, Guid profile, Guid? title, DateTimeOffset? until, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var (at, which) = (until ?? time.GetUtcNow(), title ?? Clearing.Everything);
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO clearings AS c (profile_id, title_id, account_id, cleared_at) VALUES ({profile}, {which}, {account}, {at})
            ON CONFLICT (profile_id, title_id) DO UPDATE SET cleared_at = greatest(c.cleared_at, excluded.cleared_at)
            """, token);
        await db.Watched.Where(w => w.AccountId == account && w.ProfileId == profile && (title == null || w.TitleId == title)).ExecuteDeleteAsync(token);
    }, cancellationToken: cancellationToken);

    /// <summary>Counts as watched to its end, now; that goes before what a player with a fast clock told.</summary>
    public async Task<int> CompleteAsync(Guid account, Guid profile, Guid title, double duration, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        now = now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
        var played = await db.Watched.Where(w => w.ProfileId == profile && w.TitleId == title).Select(w => (DateTimeOffset?)w.PlayedAt).SingleOrDefaultAsync(cancellationToken);
        var at = played > now ? played.Value : now;
        return await writer.WriteAsync([new()
        {
            AccountId = account,
            ProfileId = profile,
            TitleId = title,
            PlaybackId = Guid.Empty,
            Seconds = duration,
            Duration = duration,
            PlayedAt = at,
            Completed = true,
            CompletedAt = at,
            FirstPlayedAt = now,
        }], cancellationToken);
    }
}
