using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.People;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Catalog.Viewers;

namespace Streamix.Media.Catalog.Browsing;

/// <summary>The page of somebody.</summary>
/// <param name="Biography">In the language that fits best.</param>
/// <param name="Artwork">Portraits.</param>
/// <param name="Titles">Movies and series they took part in, newest first; at most 200.</param>
internal sealed record PersonPage(
    Guid Id, string Slug, string Name, DateOnly? BornOn, DateOnly? DiedOn, string? BirthPlace, BiographyContent? Biography,
    IReadOnlyList<ArtworkView> Artwork, IReadOnlyList<PartView> Titles, IReadOnlyDictionary<string, string> ExternalIds);

/// <summary>A title and what somebody did for it.</summary>
internal sealed record PartView(Card Title, IReadOnlyList<RoleView> Roles);

/// <summary>What somebody did.</summary>
internal sealed record RoleView(string Department, string? Character);

internal sealed class PersonPages(CatalogDb db, ArtworkOf artwork)
{
    private const int MostTitles = 200;

    /// <param name="name">Slug or id.</param>
    public async Task<PersonPage?> FindAsync(string name, Viewer viewer, CancellationToken cancellationToken)
    {
        var named = Guid.TryParse(name, out var id) ? db.People.Where(p => p.Id == id) : db.People.Where(p => p.Slug == name);
        if (await named.AsNoTracking().Include(p => p.ExternalIds).SingleOrDefaultAsync(cancellationToken) is not { } person)
            return null;

        var took = db.Titles.AsNoTracking().HeadsFor(viewer).Where(t => t.Credits.Any(c => c.PersonId == person.Id));
        var rows = await took.OrderByDescending(t => t.Year).ThenByDescending(t => t.Id).Take(MostTitles).Select(TitleRow.Of).AsSplitQuery().ToListAsync(cancellationToken);
        var ids = rows.ConvertAll(r => r.Id);
        var roles = (await db.Set<TitleCredit>().AsNoTracking().Where(c => c.PersonId == person.Id && ids.Contains(c.TitleId)).OrderBy(c => c.Position).ToListAsync(cancellationToken))
            .ToLookup(c => c.TitleId, c => new RoleView(c.Department, c.Character));
        var pictures = await artwork.FindAsync([person.Id, .. ids], cancellationToken);
        return new(person.Id, person.Slug, person.Name, person.BornOn, person.DiedOn, person.BirthPlace, Wording.Pick(person.Biographies, b => b.Language, viewer.Languages, "en"), [.. pictures[person.Id]],
            rows.ConvertAll(r => new PartView(Card.Of(r, r.Ratings, viewer, [.. pictures[r.Id]]), [.. roles[r.Id]])),
            person.ExternalIds.ToDictionary(e => e.Source, e => e.Value, StringComparer.Ordinal));
    }
}
