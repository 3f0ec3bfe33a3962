using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.History;
using Streamix.Streaming.WatchHistory.Data;

namespace Streamix.Streaming.WatchHistory.Recording;

/// <summary>
/// Writes marks in one statement, joined with what is there as <see cref="Mark.Join"/> joins them, and tells of titles that were completed. Which write
/// completed a title is decided on the locked row, so that of many at the same time exactly one tells.
/// </summary>
internal sealed class PositionWriter(HistoryDb db, IEventPublisher events)
{
    /// <summary>Tries once: everybody waits for the one who writes, and players tell again what was not kept.</summary>
    /// <param name="marks">One for each profile and title, in their order.</param>
    /// <returns>How many were completed by this.</returns>
    public Task<int> WriteAsync(IReadOnlyList<Mark> marks, CancellationToken cancellationToken) =>
        SingleAttempt.RunAsync(db, token => db.InTransactionAsync(inside => WriteInsideAsync(marks, inside), cancellationToken: token), cancellationToken);

    private async Task<int> WriteInsideAsync(IReadOnlyList<Mark> marks, CancellationToken cancellationToken)
    {
        var completed = await UpsertAsync(marks, Guid.NewGuid(), cancellationToken);
        foreach (var at in completed)
        {
            var mark = marks[at - 1];
            events.Publish(new TitleCompleted(mark.AccountId, mark.ProfileId, mark.TitleId, mark.CompletedAt!.Value), mark.AccountId.ToString());
        }
        if (completed.Count > 0)
            await db.SaveChangesAsync(cancellationToken);
        return completed.Count;
    }

    /// <summary>The places, from 1, of those that completed what was not completed. What was cleared since is left out.</summary>
    /// <param name="marks">One for each profile and title, in their order.</param>
    /// <param name="write">Of this attempt alone.</param>
    private Task<List<int>> UpsertAsync(IReadOnlyList<Mark> marks, Guid write, CancellationToken cancellationToken)
    {
        Guid[] accounts = [.. marks.Select(m => m.AccountId)], profiles = [.. marks.Select(m => m.ProfileId)];
        Guid[] titles = [.. marks.Select(m => m.TitleId)], playbacks = [.. marks.Select(m => m.PlaybackId)];
        double[] seconds = [.. marks.Select(m => m.Seconds)], durations = [.. marks.Select(m => m.Duration)];
        DateTimeOffset[] played = [.. marks.Select(m => m.PlayedAt)], first = [.. marks.Select(m => m.FirstPlayedAt)];
        DateTimeOffset[] completedAt = [.. marks.Select(m => m.CompletedAt ?? DateTimeOffset.UnixEpoch)];
        bool[] completed = [.. marks.Select(m => m.Completed)];
        var everything = Clearing.Everything;
        return db.Database.SqlQuery<int>($"""
            WITH batch AS (
              SELECT b.account_id, b.profile_id, b.title_id, b.playback_id, b.seconds, b.duration, b.played_at, b.completed,
                nullif(b.completed_at, timestamptz 'epoch') AS completed_at, b.first_played_at, b.place
              FROM unnest({accounts}, {profiles}, {titles}, {playbacks}, {seconds}, {durations}, {played}, {completed}, {completedAt}, {first})
                WITH ORDINALITY AS b (account_id, profile_id, title_id, playback_id, seconds, duration, played_at, completed, completed_at, first_played_at, place)),
            written AS (
              INSERT INTO positions AS p (account_id, profile_id, title_id, playback_id, seconds, duration, played_at, completed, completed_at, first_played_at, completed_by)
              SELECT b.account_id, b.profile_id, b.title_id, b.playback_id, b.seconds, b.duration, b.played_at, b.completed, b.completed_at, b.first_played_at,
                CASE WHEN b.completed_at IS NOT NULL THEN {write} END
              FROM batch b
              WHERE NOT EXISTS (
                SELECT 1 FROM clearings c WHERE c.profile_id = b.profile_id AND c.title_id IN (b.title_id, {everything}) AND c.cleared_at >= b.played_at)
              ORDER BY b.profile_id, b.title_id
              ON CONFLICT (profile_id, title_id) DO UPDATE SET
                playback_id = CASE WHEN (excluded.played_at, excluded.seconds) > (p.played_at, p.seconds) THEN excluded.playback_id ELSE p.playback_id END,
                seconds = CASE WHEN (excluded.played_at, excluded.seconds) > (p.played_at, p.seconds) THEN excluded.seconds ELSE p.seconds END,
                duration = CASE WHEN (excluded.played_at, excluded.seconds) > (p.played_at, p.seconds) THEN excluded.duration ELSE p.duration END,
                completed = CASE WHEN (excluded.played_at, excluded.seconds) > (p.played_at, p.seconds) THEN excluded.completed ELSE p.completed END,
                completed_by = CASE WHEN excluded.completed_at IS NOT NULL AND (p.completed_at IS NULL
                    OR excluded.completed AND NOT p.completed AND (excluded.played_at, excluded.seconds) > (p.played_at, p.seconds)) THEN excluded.completed_by ELSE p.completed_by END,
                played_at = greatest(p.played_at, excluded.played_at),
                completed_at = greatest(p.completed_at, excluded.completed_at),
                first_played_at = least(p.first_played_at, excluded.first_played_at)
              RETURNING p.profile_id, p.title_id, p.completed_by)
            SELECT b.place::int AS "Value"
            FROM written w
            JOIN batch b ON b.profile_id = w.profile_id AND b.title_id = w.title_id
            WHERE w.completed_by = {write}
            ORDER BY b.place
            """).ToListAsync(cancellationToken);
    }
}
