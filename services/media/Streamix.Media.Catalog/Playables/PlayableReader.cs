using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Playables;

/// <summary>Titles as players need them.</summary>
internal sealed class PlayableReader(CatalogDb db)
{
    /// <summary>Null when there is no such title, or nothing of it plays.</summary>
    public async Task<PlayableTitle?> FindAsync(Guid id, CancellationToken cancellationToken)
    {
        var title = await db.Titles.AsNoTracking().SingleOrDefaultAsync(t => t.Id == id && Kinds.Playing.Contains(t.Kind) && t.AssetId != null, cancellationToken);
        if (title is not { AssetId: { } asset, Package: { } package })
            return null;

        var above = await AboveAsync(title, cancellationToken);
        var season = title.Kind == TitleKinds.Episode ? above.Find(a => a.Id == title.ParentId)?.Number : null;
        return new(
            title.Id, title.Revision, title.IsPublished && above.TrueForAll(a => a.Published), title.Kind, asset, package, title.OriginalLanguage, title.SeriesId, season, title.Number,
            season is { } number ? await NextAsync(title, number, cancellationToken) : null);
    }

    private async Task<List<Above>> AboveAsync(Title title, CancellationToken cancellationToken)
    {
        if (title.ParentId is not { } parent)
            return [];
        var series = title.SeriesId ?? parent;
        return await db.Titles.AsNoTracking().Where(t => t.Id == parent || t.Id == series)
            .Select(t => new Above(t.Id, t.State == TitleState.Published, t.Number)).ToListAsync(cancellationToken);
    }

    private async Task<NextEpisode?> NextAsync(Title title, int season, CancellationToken cancellationToken)
    {
        var next = await db.Titles.AsNoTracking()
            .Where(e => e.SeriesId == title.SeriesId && e.Kind == TitleKinds.Episode && e.State == TitleState.Published && e.AssetId != null)
            .Join(db.Titles.Where(s => s.State == TitleState.Published), e => e.ParentId, s => (Guid?)s.Id, (e, s) => new { e.Id, Season = s.Number, e.Number })
            .Where(e => e.Season > season || e.Season == season && e.Number > title.Number)
            .OrderBy(e => e.Season).ThenBy(e => e.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return next is { Season: { } s, Number: { } n } ? new(next.Id, s, n) : null;
    }

    private sealed record Above(Guid Id, bool Published, int? Number);
}
