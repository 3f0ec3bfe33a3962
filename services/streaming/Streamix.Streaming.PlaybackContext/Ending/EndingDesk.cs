using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Ending;

/// <summary>Ends playbacks, each once, and tells of it. Others are told by <see cref="Closer"/>, as often as it takes.</summary>
internal sealed class EndingDesk(PlaybackDb db, IEventPublisher events, PlaybackMetrics metrics, TimeProvider time)
{
    /// <summary>Those that played until now.</summary>
    /// <param name="reason">See <see cref="PlaybackEnds"/>.</param>
    /// <param name="code">Of the refusal that ended them.</param>
    public Task<IReadOnlyList<Guid>> EndAsync(IReadOnlyCollection<Guid> ids, string reason, string? code, CancellationToken cancellationToken) =>
        EndAsync(ids, reason, code, DateTimeOffset.MaxValue, cancellationToken);

    /// <summary>Those of which nothing has been heard since then, nor while they are ended.</summary>
    public Task<IReadOnlyList<Guid>> EndSilentAsync(IReadOnlyCollection<Guid> ids, DateTimeOffset since, CancellationToken cancellationToken) =>
        EndAsync(ids, PlaybackEnds.Silent, null, since, cancellationToken);

    /// <summary>What a session, a profile or an account plays.</summary>
    public async Task<IReadOnlyList<Guid>> EndAsync(Func<IQueryable<Playback>, IQueryable<Playback>> whose, string reason, CancellationToken cancellationToken)
    {
        var ids = await whose(db.Playbacks.Where(p => p.State == PlaybackState.Playing)).Select(p => p.Id).ToListAsync(cancellationToken);
        return await EndAsync(ids, reason, null, cancellationToken);
    }

    private Task<IReadOnlyList<Guid>> EndAsync(IReadOnlyCollection<Guid> ids, string reason, string? code, DateTimeOffset unheardSince, CancellationToken cancellationToken) => ids.Count == 0
        ? Task.FromResult<IReadOnlyList<Guid>>([])
        : db.InTransactionAsync<IReadOnlyList<Guid>>(async token =>
        {
            Guid[] asked = [.. ids.Order()];
            var now = time.GetUtcNow();
            var ended = await db.Database.SqlQuery<Guid>($"""
                UPDATE playbacks SET state = 'ended', end_reason = {reason}, end_code = {code}, ended_at = {now}, close_at = {now}
                WHERE id = ANY ({asked}) AND state = 'playing' AND last_heartbeat_at < {unheardSince} RETURNING id AS "Value"
                """).ToListAsync(token);
            await TellAsync(ended, reason, now, token);
            return ended;
        }, cancellationToken: cancellationToken);

    private async Task TellAsync(List<Guid> ended, string reason, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (ended.Count == 0)
            return;
        var playbacks = await db.Playbacks.AsNoTracking().Where(p => ended.Contains(p.Id))
            .Select(p => new { p.Id, p.AccountId, p.ProfileId, p.TitleId, p.PlayedSeconds }).ToListAsync(cancellationToken);
        foreach (var p in playbacks)
            events.Publish(new PlaybackEnded(p.Id, p.AccountId, p.ProfileId, p.TitleId, reason, p.PlayedSeconds, now), p.AccountId.ToString());
        await db.SaveChangesAsync(cancellationToken);
        metrics.Ended(reason, ended.Count);
    }
}
