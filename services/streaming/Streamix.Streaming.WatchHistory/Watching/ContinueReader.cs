using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Streaming.WatchHistory.Facts;

namespace Streamix.Streaming.WatchHistory.Watching;

/// <summary>
/// What to go on with, latest first: of each series its latest episode, or when that was completed, the next one that was not; movies that were begun.
/// </summary>
internal sealed class ContinueReader(HistoryDb db, FactsDesk desk, IOptions<HistoryOptions> options)
{
    private const int Recent = 200;
    private const int Farthest = 20;
    private const double Fiftieth = 0.02;
    private static readonly Order<Watched> LatestFirst = Order.Descending((Watched w) => w.PlayedAt).ThenDescending(w => w.TitleId);

    public async Task<Page<ContinueView>> ReadAsync(Guid account, Guid profile, PageQuery page, CancellationToken cancellationToken)
    {
        var recent = await db.Remembered(profile).Where(w => w.AccountId == account).OrderByDescending(w => w.PlayedAt).Take(Recent).Select(w => w.TitleId).ToListAsync(cancellationToken);
        var facts = await desk.FindAsync(recent, cancellationToken);
        var heads = await Heads(account, profile).ToPageAsync(page, LatestFirst, w => w, cancellationToken);
        var next = await NextAsync(profile, heads.Items, facts, cancellationToken);
        return new([.. heads.Items.Select(head => head.Completed ? next.GetValueOrDefault(head.TitleId) : Resume(head, facts.GetValueOrDefault(head.TitleId))).OfType<ContinueView>()], heads.Next);
    }

    /// <summary>The latest of each series, and of what is no series, as far as there is something to go on with.</summary>
    private IQueryable<Watched> Heads(Guid account, Guid profile)
    {
        var (least, everything) = (options.Value.LeastSeconds, Clearing.Everything);
        return db.Watched.FromSql($"""
            SELECT DISTINCT ON (coalesce(f.series_id, w.title_id)) w.* FROM positions w LEFT JOIN title_facts f ON f.title_id = w.title_id
            WHERE w.profile_id = {profile} AND w.account_id = {account} AND coalesce(f.kind, '') <> 'trailer'
              AND NOT EXISTS (SELECT 1 FROM clearings c WHERE c.profile_id = w.profile_id AND c.title_id IN (w.title_id, {everything}) AND c.cleared_at >= w.played_at)
            ORDER BY coalesce(f.series_id, w.title_id), w.played_at DESC, w.title_id DESC
            """).AsNoTracking()
            .Where(w => w.HiddenAt == null || w.HiddenAt < w.PlayedAt)
            .Where(w => w.Completed
                ? db.Facts.Any(f => f.TitleId == w.TitleId && f.NextTitleId != null)
                : w.Seconds >= least || w.Duration > 0 && w.Seconds >= w.Duration * Fiftieth);
    }

    private static ContinueView? Resume(Watched head, TitleFacts? known) => known is null or { Published: true } ? ContinueView.Resume(head, known) : null;

    /// <summary>By what was completed: the first behind it that was not. All of them go on together, one look-up a step.</summary>
    private async Task<IReadOnlyDictionary<Guid, ContinueView>> NextAsync(
        Guid profile, IEnumerable<Watched> heads, IReadOnlyDictionary<Guid, TitleFacts> facts, CancellationToken cancellationToken)
    {
        Dictionary<Guid, ContinueView> found = [];
        List<(Watched Head, Guid Id)> open = [.. heads.Where(h => h.Completed).SelectMany(h => Behind(h, facts.GetValueOrDefault(h.TitleId)))];
        for (var step = 0; step < Farthest && open.Count > 0; step++)
        {
            Guid[] ids = [.. open.Select(o => o.Id).Distinct()];
            var known = await desk.FindAsync(ids, cancellationToken);
            var watched = await db.Remembered(profile).Where(w => ids.Contains(w.TitleId)).ToDictionaryAsync(w => w.TitleId, cancellationToken);
            foreach (var (head, id) in open)
                if (Next(head, id, known.GetValueOrDefault(id), watched.GetValueOrDefault(id)) is { } view)
                    found[head.TitleId] = view;
            open = [.. open.Where(o => !found.ContainsKey(o.Head.TitleId)).SelectMany(o => Behind(o.Head, known.GetValueOrDefault(o.Id)))];
        }

        return found;
    }

    private static IEnumerable<(Watched Head, Guid Id)> Behind(Watched head, TitleFacts? known) => known?.NextTitleId is { } next ? [(head, next)] : [];

    /// <summary>Null: it is not shown, or was watched to its end.</summary>
    private static ContinueView? Next(Watched head, Guid id, TitleFacts? facts, Watched? watched)
    {
        if (facts is null)
            return new(id, TitleKinds.Episode, null, null, null, 0, 0, head.PlayedAt, ContinueView.Next);
        return facts.Published && watched is not { Completed: true }
            ? new(id, facts.Kind, facts.SeriesId, facts.SeasonNumber, facts.Number, watched?.Seconds ?? 0, facts.Duration, head.PlayedAt, ContinueView.Next)
            : null;
    }
}
