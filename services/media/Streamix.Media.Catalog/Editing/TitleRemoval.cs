using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Publishing;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Editing;

/// <summary>Removes a title for good, with all that belongs to it.</summary>
internal sealed class TitleRemoval(CatalogDb db, Publisher publisher, IEnumerable<ITitleFollower> followers, IAudit audit)
{
    public Task<Edit> RemoveAsync(Guid id, IfMatch ifMatch, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (await db.LockAsync(id, token) is not { } title)
            return Edit.NotFound();
        if (!ifMatch.Matches(title))
            return Edit.Refused(Problems.Stale());
        var family = await LockFamilyAsync(id, token);
        if (family.Exists(t => t.State is TitleState.Published or TitleState.Scheduled))
            return Edit.Refused(Problems.Conflict("What is published or scheduled is withdrawn first, with all that belongs to it."));

        foreach (var gone in family.Where(t => t.FirstPublishedAt is not null))
            publisher.Removed(gone);
        var ids = family.ConvertAll(t => t.Id);
        foreach (var follower in followers)
            await follower.RemovedAsync(ids, token);
        audit.Record("title.removed", TitleEditor.Target(id));
        await db.SaveChangesAsync(token);
        await DeleteAsync(ids, token);
        return Edit.Done(title);
    }, cancellationToken: cancellationToken);

    private Task<List<Title>> LockFamilyAsync(Guid id, CancellationToken cancellationToken) => db.Titles.FromSql($"""
        SELECT t.*, t.xmin FROM titles t WHERE t.id = {id} OR t.parent_id = {id} OR t.series_id = {id} ORDER BY t.id FOR UPDATE
        """).ToListAsync(cancellationToken);

    /// <summary>From below, since nothing may stand on what is gone.</summary>
    private async Task DeleteAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        string[][] layers = [[TitleKinds.Trailer, TitleKinds.Episode], [TitleKinds.Season], [TitleKinds.Movie, TitleKinds.Series]];
        foreach (var kinds in layers)
            await db.Titles.Where(t => ids.Contains(t.Id) && kinds.Contains(t.Kind)).ExecuteDeleteAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
