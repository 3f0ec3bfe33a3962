using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;

namespace Streamix.Media.Catalog.Data;

/// <summary>Who waits for whom, until the end of the transaction: always from the series down to its episodes.</summary>
internal static class CatalogLocks
{
    private const int Publication = 1;

    /// <summary>
    /// The title, locked; null when there is none. Those above it are held in their state meanwhile, so that whoever withdraws
    /// a series sees every episode that was published before.
    /// </summary>
    public static async Task<Title?> LockAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken)
    {
        await db.Database.ExecuteSqlAsync($"""
            SELECT 1 FROM titles a WHERE a.id IN (SELECT unnest(ARRAY[t.series_id, t.parent_id]) FROM titles t WHERE t.id = {id})
            ORDER BY a.parent_id NULLS FIRST FOR SHARE
            """, cancellationToken);
        return (await db.Titles.FromSql($"SELECT t.*, t.xmin FROM titles t WHERE t.id = {id} FOR UPDATE").ToListAsync(cancellationToken)).SingleOrDefault();
    }

    /// <summary>The title, locked, with all that editors wrote.</summary>
    public static async Task<Title?> LockWholeAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken)
    {
        if (await db.LockAsync(id, cancellationToken) is not { } title)
            return null;
        await db.LoadPartsAsync(title, cancellationToken);
        return title;
    }

    /// <summary>The open episodes and trailers below a title, locked in the order of their ids.</summary>
    public static Task<List<Title>> LockOpenBelowAsync(this CatalogDb db, Guid id, CancellationToken cancellationToken) => db.Titles.FromSql($"""
        SELECT t.*, t.xmin FROM titles t
        WHERE (t.series_id = {id} OR t.parent_id = {id}) AND t.kind IN ({TitleKinds.Episode}, {TitleKinds.Trailer}) AND t.state = 'published' ORDER BY t.id FOR UPDATE
        """).ToListAsync(cancellationToken);

    /// <summary>False while another replica publishes.</summary>
    public static Task<bool> TryLockPublicationAsync(this CatalogDb db, CancellationToken cancellationToken) =>
        db.Database.SqlQuery<bool>($"SELECT pg_try_advisory_xact_lock({Publication}, 0) AS \"Value\"").SingleAsync(cancellationToken);

    public static async Task LoadPartsAsync(this CatalogDb db, Title title, CancellationToken cancellationToken)
    {
        var entry = db.Entry(title);
        foreach (var part in entry.Collections)
            if (!part.IsLoaded)
                await part.LoadAsync(cancellationToken);
        title.Credits.Sort((a, b) => a.Position.CompareTo(b.Position));
    }
}
