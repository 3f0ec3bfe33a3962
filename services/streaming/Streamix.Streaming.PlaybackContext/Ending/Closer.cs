using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Ending;

/// <summary>
/// Gives back what an ended playback had: its slot, its addresses, its licences. Each of them may be given back twice without harm, so it is
/// tried until all of them have answered; who tries is settled by a lease in the row.
/// </summary>
internal sealed partial class Closer(
    PlaybackDb db, RightsV1.Rights.RightsClient rights, EdgesV1.Edges.EdgesClient edges, KeysV1.Keys.KeysClient keys, TimeProvider time, ILogger<Closer> logger)
{
    private const int Together = 50;
    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>Of those that are due; how many there were.</summary>
    public async Task<int> CloseDueAsync(CancellationToken cancellationToken)
    {
        var (now, leased) = (time.GetUtcNow(), time.GetUtcNow() + Lease);
        var due = await db.Database.SqlQuery<Guid>($"""
            UPDATE playbacks SET close_at = {leased} WHERE id IN (
              SELECT id FROM playbacks WHERE state = 'ended' AND closed_at IS NULL AND close_at <= {now} ORDER BY close_at LIMIT {Together} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
        await CloseAsync(due, cancellationToken);
        return due.Count;
    }

    /// <summary>At once, for somebody who waits; what fails is left to the rounds.</summary>
    public async Task TryCloseAsync(Guid id, CancellationToken cancellationToken)
    {
        var (now, leased) = (time.GetUtcNow(), time.GetUtcNow() + Lease);
        if (await db.Playbacks.Where(p => p.Id == id && p.State == PlaybackState.Ended && p.ClosedAt == null && p.CloseAt <= now)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.CloseAt, (DateTimeOffset?)leased), cancellationToken) > 0)
            await CloseAsync([id], cancellationToken);
    }

    /// <summary>Frees the slot of a start that came to nothing; should that fail, its lease ends by itself.</summary>
    public async Task TryReleaseAsync(Guid account, Guid id)
    {
        try
        {
            await rights.ReleaseAsync(new() { AccountId = account.ToString(), PlaybackId = id.ToString() }, cancellationToken: CancellationToken.None);
        }
        catch (Exception e)
        {
            Log.NotReleased(logger, id, e.GetType().Name);
        }
    }

    private async Task CloseAsync(IReadOnlyList<Guid> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return;
        var playbacks = await db.Playbacks.AsNoTracking().Where(p => ids.Contains(p.Id)).ToListAsync(cancellationToken);
        var done = await Task.WhenAll(playbacks.Select(p => GiveBackAsync(p, cancellationToken)));
        var now = time.GetUtcNow();
        for (var i = 0; i < playbacks.Count; i++)
            await NoteAsync(playbacks[i], done[i], now, cancellationToken);
    }

    private Task<int> NoteAsync(Playback playback, bool done, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var row = db.Playbacks.Where(p => p.Id == playback.Id);
        if (done)
            return row.ExecuteUpdateAsync(set => set.SetProperty(p => p.ClosedAt, (DateTimeOffset?)now), cancellationToken);
        var wait = TimeSpan.FromSeconds(Math.Min(LongestWait.TotalSeconds, Math.Pow(2, Math.Min(playback.CloseFailures, 10))));
        return row.ExecuteUpdateAsync(
            set => set.SetProperty(p => p.CloseAt, (DateTimeOffset?)(now + wait)).SetProperty(p => p.CloseFailures, p => p.CloseFailures + 1), cancellationToken);
    }

    private async Task<bool> GiveBackAsync(Playback p, CancellationToken cancellationToken)
    {
        var id = p.Id.ToString();
        bool[] done = await Task.WhenAll(
            DoneAsync("streaming-cdn-orchestrator", edges.RevokeAsync(new() { PlaybackId = id, Reason = p.EndReason ?? "" }, cancellationToken: cancellationToken).ResponseAsync),
            DoneAsync("streaming-rights", rights.ReleaseAsync(new() { AccountId = p.AccountId.ToString(), PlaybackId = id }, cancellationToken: cancellationToken).ResponseAsync),
            p.Package.Protected
                ? DoneAsync("media-drm", keys.WithdrawAsync(new() { PlaybackId = id }, cancellationToken: cancellationToken).ResponseAsync)
                : Task.FromResult(true));
        return Array.TrueForAll(done, each => each);
    }

    private async Task<bool> DoneAsync(string service, Task call)
    {
        try
        {
            await call;
            return true;
        }
        catch (Exception e)
        {
            Log.NotTold(logger, service, e.GetType().Name);
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Service} was not told of the end of a playback ({Error}); it is tried again")]
        public static partial void NotTold(ILogger logger, string service, string error);

        [LoggerMessage(Level = LogLevel.Warning, Message = "The slot of {PlaybackId}, which did not start, was not given back ({Error}); its lease ends by itself")]
        public static partial void NotReleased(ILogger logger, Guid playbackId, string error);
    }
}
