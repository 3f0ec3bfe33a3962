using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Hosting;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Starting;

namespace Streamix.Streaming.PlaybackContext.Renewing;

/// <summary>
/// Keeps the stream slots of playbacks that were heard of since the last time, many with one call, and ends those whose right to watch is gone.
/// While rights are away nobody is stopped: the slots have their leases.
/// </summary>
internal sealed class SlotRounds(IServiceScopeFactory scopes, IOptions<PlaybackOptions> options, TimeProvider time, ILogger<SlotRounds> logger)
    : Rounds(options.Value.Rounds, time, logger)
{
    private const int Together = 200;
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    public async Task<int> RenewAsync(CancellationToken cancellationToken)
    {
        for (var renewed = 0; ;)
        {
            await using var scope = scopes.CreateAsyncScope();
            var found = await RenewAsync(scope.ServiceProvider, cancellationToken);
            renewed += found;
            if (found < Together)
                return renewed;
        }
    }

    protected override Task RoundAsync(CancellationToken stoppingToken) => RenewAsync(stoppingToken);

    private async Task<int> RenewAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var db = services.GetRequiredService<PlaybackDb>();
        var ids = await ClaimAsync(db, cancellationToken);
        if (ids.Count == 0)
            return 0;
        var playbacks = await db.Playbacks.AsNoTracking().Where(p => ids.Contains(p.Id)).OrderBy(p => p.Id).ToListAsync(cancellationToken);
        var request = new RightsV1.RenewRequest { Playbacks = { playbacks.Select(p => Admission.Of(p)) } };
        RightsV1.RenewAnswer answer;
        try
        {
            answer = await services.GetRequiredService<RightsV1.Rights.RightsClient>().RenewAsync(request, cancellationToken: cancellationToken);
        }
        catch
        {
            await DueAsync(db, ids, Time.GetUtcNow() + Soon, CancellationToken.None);
            throw;
        }

        var now = Time.GetUtcNow();
        var decided = playbacks.Zip(answer.Decisions, (playback, decision) => (playback.Id, Decision: decision, GoodUntil: End(playback, decision))).ToLookup(pair => pair.Decision.Allowed);
        await KeepAsync(db, [.. decided[true].Select(pair => (pair.Id, pair.GoodUntil))], now, cancellationToken);
        foreach (var code in decided[false].ToLookup(pair => pair.Decision.Code, pair => pair.Id, StringComparer.Ordinal))
            await services.GetRequiredService<EndingDesk>().EndAsync([.. code], PlaybackEnds.Revoked, code.Key, cancellationToken);
        return ids.Count;
    }

    /// <summary>The end of the window may have been moved. Without lines nothing could be decided now: what was decided before holds.</summary>
    private static DateTimeOffset? End(Playback playback, RightsV1.Decision decision) => decision.MostLines > 0 ? decision.GoodUntil?.ToDateTimeOffset() : playback.GoodUntil;

    private static Task<int> KeepAsync(PlaybackDb db, IReadOnlyList<(Guid Id, DateTimeOffset? GoodUntil)> allowed, DateTimeOffset now, CancellationToken cancellationToken)
    {
        Guid[] ids = [.. allowed.Select(pair => pair.Id)];
        DateTimeOffset?[] ends = [.. allowed.Select(pair => pair.GoodUntil)];
        return db.Database.ExecuteSqlAsync($"""
            UPDATE playbacks p SET slot_renewed_at = {now}, good_until = b.good_until FROM unnest({ids}, {ends}) AS b (id, good_until) WHERE p.id = b.id
            """, cancellationToken);
    }

    private Task<List<Guid>> ClaimAsync(PlaybackDb db, CancellationToken cancellationToken)
    {
        var (now, next) = (Time.GetUtcNow(), Time.GetUtcNow() + options.Value.SlotInterval);
        return db.Database.SqlQuery<Guid>($"""
            UPDATE playbacks SET slot_due_at = {next} WHERE id IN (
              SELECT id FROM playbacks WHERE state = 'playing' AND slot_due_at <= {now} AND last_heartbeat_at > slot_renewed_at ORDER BY slot_due_at LIMIT {Together} FOR UPDATE SKIP LOCKED)
            RETURNING id AS "Value"
            """).ToListAsync(cancellationToken);
    }

    private static Task<int> DueAsync(PlaybackDb db, List<Guid> ids, DateTimeOffset at, CancellationToken cancellationToken) =>
        db.Playbacks.Where(p => ids.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.SlotDueAt, at), cancellationToken);
}
