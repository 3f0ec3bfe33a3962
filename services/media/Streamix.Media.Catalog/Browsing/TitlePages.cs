using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>Reads the page of a title in a few queries, however many seasons it has.</summary>
internal sealed class TitlePages(CatalogDb db, ArtworkOf artwork)
{
    /// <param name="name">Slug or id.</param>
    /// <returns>Null for what the viewer must not see, or what is not there.</returns>
    public async Task<TitlePage?> FindAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        var named = Guid.TryParse(name, out var id) ? db.Titles.Where(t => t.Id == id) : db.Titles.Where(t => t.Slug == name);
        var title = await named.AsNoTracking().Where(t => t.State == TitleState.Published)
            .Include(t => t.Credits.OrderBy(c => c.Position)).Include(t => t.ExternalIds).AsSplitQuery().SingleOrDefaultAsync(cancellationToken);
        if (title is null)
            return null;

        var root = title.SeriesId ?? title.ParentId ?? title.Id;
        var rows = await db.Titles.AsNoTracking().Where(t => t.State == TitleState.Published && (t.Id == root || t.SeriesId == root || t.ParentId == root))
            .Select(TitleRow.Of).AsSplitQuery().ToListAsync(cancellationToken);
        var family = new Family(rows, viewer, await artwork.FindAsync([.. rows.Select(r => r.Id)], cancellationToken));
        return family.Find(title.Id) is { } card ? Page(title, card, rows, family, await CreditsAsync(title, cancellationToken)) : null;
    }

    private static TitlePage Page(Title title, Card card, List<TitleRow> rows, Family family, List<CreditView> credits) => new(
        card, [.. rows.Single(r => r.Id == title.Id).Texts.Select(t => t.Language).Order(StringComparer.Ordinal)], title.Countries, PackageFacts.Of(title.Package),
        family.Find(title.SeriesId), title.Number is null || title.ParentId == title.SeriesId ? null : family.Find(title.ParentId),
        family.Seasons(title.Id), [.. credits.Where(c => c.Department == Departments.Cast)], [.. credits.Where(c => c.Department != Departments.Cast)],
        family.Trailers(title.Id), family.AvailableUntil(title.Id), title.ExternalIds.ToDictionary(e => e.Source, e => e.Value, StringComparer.Ordinal));

    private async Task<List<CreditView>> CreditsAsync(Title title, CancellationToken cancellationToken)
    {
        var ids = title.Credits.Select(c => c.PersonId).Distinct().ToList();
        var people = await db.People.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Slug, p.Name }).ToDictionaryAsync(p => p.Id, cancellationToken);
        return title.Credits.ConvertAll(c => new CreditView(c.PersonId, people[c.PersonId].Slug, people[c.PersonId].Name, c.Department, c.Character));
    }
}
