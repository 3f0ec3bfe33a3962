using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Browsing;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Documents;

/// <summary>Titles as the index knows them.</summary>
internal sealed class DocumentReader(CatalogDb db, ArtworkOf artwork)
{
    public async Task<TitleDocument?> FindAsync(Guid id, bool trailers, CancellationToken cancellationToken) =>
        (await DocumentsAsync(db.Titles.Where(t => t.Id == id && (Kinds.Searched.Contains(t.Kind) || trailers && t.Kind == TitleKinds.Trailer)), cancellationToken)).SingleOrDefault();

    public Task<IReadOnlyList<TitleDocument>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken)
    {
        var open = db.Titles.Where(t => Kinds.Searched.Contains(t.Kind) && t.State == TitleState.Published
            && (t.ParentId == null || db.Titles.Any(p => p.Id == t.ParentId && p.State == TitleState.Published) && db.Titles.Any(s => s.Id == t.SeriesId && s.State == TitleState.Published)));
        if (after is { } last)
            open = open.Where(t => t.Id > last);
        return DocumentsAsync(open.OrderBy(t => t.Id).Take(limit), cancellationToken);
    }

    private async Task<IReadOnlyList<TitleDocument>> DocumentsAsync(IQueryable<Title> wanted, CancellationToken cancellationToken)
    {
        var titles = await wanted.AsNoTracking().WithParts().ToListAsync(cancellationToken);
        var aboveIds = titles.SelectMany(t => new[] { t.ParentId, t.SeriesId }).OfType<Guid>().Distinct().ToList();
        var above = aboveIds.Count == 0 ? [] : await db.Titles.AsNoTracking().Where(t => aboveIds.Contains(t.Id)).WithParts().ToDictionaryAsync(t => t.Id, cancellationToken);
        var peopleIds = titles.SelectMany(t => t.Credits.Select(c => c.PersonId)).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => peopleIds.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, cancellationToken);
        var pictures = await artwork.FindAsync([.. titles.Select(t => t.Id), .. aboveIds], cancellationToken);
        return [.. titles.Select(t => Documents.Of(t, [.. new[] { t.ParentId, t.SeriesId }.OfType<Guid>().Select(id => above[id])], people, pictures))];
    }
}
