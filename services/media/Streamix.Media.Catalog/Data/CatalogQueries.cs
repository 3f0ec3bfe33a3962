using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Titles;

namespace Streamix.Media.Catalog.Data;

internal static class CatalogQueries
{
    /// <summary>The series and the season above a title, or whatever its trailer belongs to, with what they hand down.</summary>
    public static async Task<List<Title>> AboveAsync(this CatalogDb db, Title title, CancellationToken cancellationToken)
    {
        if (title.ParentId is not { } parentId)
            return [];
        var seriesId = title.SeriesId ?? parentId;
        return await db.Titles.AsNoTracking().Where(t => t.Id == parentId || t.Id == seriesId).Include(t => t.Ratings).Include(t => t.Windows).AsSplitQuery().ToListAsync(cancellationToken);
    }

    public static IQueryable<Title> WithParts(this IQueryable<Title> titles) =>
        titles.Include(t => t.Texts).Include(t => t.Ratings).Include(t => t.Windows).Include(t => t.Credits.OrderBy(c => c.Position)).Include(t => t.ExternalIds).AsSplitQuery();
}
