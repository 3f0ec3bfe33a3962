using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Exchange;

/// <summary>Reads titles in batches, those above before those below, so that an import finds every parent.</summary>
internal sealed class Exporter(CatalogDb db)
{
    private const int Batch = 200;
    private static readonly string[][] Layers = [[TitleKinds.Movie, TitleKinds.Series], [TitleKinds.Season], [TitleKinds.Episode], [TitleKinds.Trailer]];

    public async Task<List<string>> LanguagesAsync(IQueryable<Title> titles, CancellationToken cancellationToken) =>
        await titles.SelectMany(t => t.Texts).Select(t => t.Language).Distinct().OrderBy(l => l).ToListAsync(cancellationToken);

    public async IAsyncEnumerable<ExchangeTitle> ReadAsync(IQueryable<Title> titles, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var kinds in Layers)
        {
            var last = Guid.Empty;
            while (await BatchAsync(titles.Where(t => kinds.Contains(t.Kind) && t.Id > last), cancellationToken) is { Count: > 0 } batch)
            {
                foreach (var (_, title) in batch)
                    yield return title;
                last = batch[^1].Id;
            }
        }
    }

    private async Task<List<(Guid Id, ExchangeTitle Title)>> BatchAsync(IQueryable<Title> titles, CancellationToken cancellationToken)
    {
        var batch = await titles.AsNoTracking().OrderBy(t => t.Id).Take(Batch).WithParts().ToListAsync(cancellationToken);
        var parentIds = batch.Select(t => t.ParentId).OfType<Guid>().Distinct().ToList();
        var parents = await db.Titles.Where(t => parentIds.Contains(t.Id)).Select(t => new { t.Id, t.Slug }).ToDictionaryAsync(t => t.Id, t => t.Slug, cancellationToken);
        var peopleIds = batch.SelectMany(t => t.Credits.Select(c => c.PersonId)).Distinct().ToList();
        var people = await db.People.Where(p => peopleIds.Contains(p.Id)).Select(p => new { p.Id, p.Slug, p.Name }).ToDictionaryAsync(p => p.Id, p => (p.Slug, p.Name), cancellationToken);
        return batch.ConvertAll(t => (t.Id, ExchangeTitle.Of(t, t.ParentId is { } id ? parents[id] : null, person => people[person])));
    }
}
