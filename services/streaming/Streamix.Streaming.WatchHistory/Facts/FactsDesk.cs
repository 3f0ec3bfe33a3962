using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.WatchHistory.Data;

namespace Streamix.Streaming.WatchHistory.Facts;

/// <summary>
/// Facts of titles: the own copy while it is fresh, else the catalog's word when it comes in time, else the old copy. A desk is for one request: whatever that has to
/// look up and how often, it waits for the catalog no longer than its budget.
/// </summary>
internal sealed partial class FactsDesk(HistoryDb db, PlayablesClient catalog, IOptions<HistoryOptions> options, TimeProvider time, ILogger<FactsDesk> logger) : IDisposable
{
    private const int AtOnce = 8;
    private const int Recent = 200;
    private CancellationTokenSource? _budget;

    /// <summary>What is known; a title nobody could say anything of is missing.</summary>
    public async Task<IReadOnlyDictionary<Guid, TitleFacts>> FindAsync(IReadOnlyCollection<Guid> titleIds, CancellationToken cancellationToken)
    {
        var known = await db.Facts.AsNoTracking().Where(f => titleIds.Contains(f.TitleId)).ToDictionaryAsync(f => f.TitleId, cancellationToken);
        var now = time.GetUtcNow();
        Guid[] asked = [.. titleIds.Distinct().Where(id => !known.TryGetValue(id, out var facts) || !facts.IsFresh(now, options.Value.FactsKept))];
        foreach (var facts in await AskAsync(asked, now, cancellationToken))
        {
            await StoreAsync(facts, cancellationToken);
            known[facts.TitleId] = facts;
        }
        return known;
    }

    /// <summary>Makes known what nobody has asked of yet: of the latest of these.</summary>
    public async Task LearnAsync(IQueryable<Watched> watched, CancellationToken cancellationToken)
    {
        var unknown = await watched.Where(w => !db.Facts.Any(f => f.TitleId == w.TitleId)).OrderByDescending(w => w.PlayedAt).Select(w => w.TitleId).Take(Recent).ToListAsync(cancellationToken);
        if (unknown.Count > 0)
            await FindAsync(unknown, cancellationToken);
    }

    public void Dispose() => _budget?.Dispose();

    private async Task<IReadOnlyCollection<TitleFacts>> AskAsync(Guid[] titleIds, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (titleIds.Length == 0)
            return [];
        var told = new ConcurrentBag<TitleFacts>();
        try
        {
            await Parallel.ForEachAsync(titleIds, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = Budget(cancellationToken) }, async (id, token) =>
            {
                if (await AskAsync(id, now, token) is { } facts)
                    told.Add(facts);
            });
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The budget is used up.
        }
        if (told.Count < titleIds.Length)
            Log.CatalogAway(logger, titleIds.Length - told.Count);
        return told;
    }

    /// <summary>Begins with the first question.</summary>
    private CancellationToken Budget(CancellationToken cancellationToken)
    {
        if (_budget is null)
        {
            _budget = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            _budget.CancelAfter(options.Value.FactsBudget);
        }

        return _budget.Token;
    }

    private async Task<TitleFacts?> AskAsync(Guid titleId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        try
        {
            return TitleFacts.Of(titleId, await catalog.FindAsync(titleId, cancellationToken), now);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.NotTold(logger, titleId, e.GetType().Name);
            return null;
        }
    }

    private Task<int> StoreAsync(TitleFacts f, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync($"""
        INSERT INTO title_facts AS f (title_id, revision, published, kind, series_id, season_number, number, duration, next_title_id, read_at)
        VALUES ({f.TitleId}, {f.Revision}, {f.Published}, {f.Kind}, {f.SeriesId}, {f.SeasonNumber}, {f.Number}, {f.Duration}, {f.NextTitleId}, {f.ReadAt})
        ON CONFLICT (title_id) DO UPDATE SET revision = excluded.revision, published = excluded.published, kind = excluded.kind, series_id = coalesce(excluded.series_id, f.series_id),
          season_number = excluded.season_number, number = excluded.number, duration = excluded.duration, next_title_id = excluded.next_title_id, read_at = excluded.read_at
        WHERE f.read_at < excluded.read_at
        """, cancellationToken);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The catalog did not tell of {Count} titles in time; what is known is used")]
        public static partial void CatalogAway(ILogger logger, int count);

        [LoggerMessage(Level = LogLevel.Debug, Message = "The catalog did not tell of {TitleId} ({Error})")]
        public static partial void NotTold(ILogger logger, Guid titleId, string error);
    }
}
