using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Data;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>
/// Opens scheduled titles whose time has come. State, history and events are one transaction: whoever dies before its commit has done
/// nothing, and after it the title is not scheduled any more.
/// </summary>
internal sealed class Premiere(CatalogDb db, Publisher publisher, PublishingDesk desk, TimeProvider time)
{
    public const string Actor = "service:media-catalog";

    /// <summary>The next title that is due, but for these; null when there is none, or while another replica is at it.</summary>
    public Task<Guid?> NextAsync(IReadOnlyCollection<Guid> except, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Titles.Where(t => t.State == TitleState.Scheduled && t.PublishAt <= now && !except.Contains(t.Id))
            .OrderBy(t => t.PublishAt).ThenBy(t => t.Id).Select(t => (Guid?)t.Id).FirstOrDefaultAsync(cancellationToken);
    }

    /// <summary>False when there was nothing to do any more, or another replica does it. What has become incomplete meanwhile goes back to ready.</summary>
    public Task<bool> OpenAsync(Guid id, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        if (!await db.TryLockPublicationAsync(token))
            return false;
        if (await db.LockWholeAsync(id, token) is not { State: TitleState.Scheduled } title || title.PublishAt > time.GetUtcNow())
            return false;
        var obstacle = await desk.ObstacleAsync(title, TitleState.Published, token);
        await publisher.MoveAsync(title, obstacle is null ? TitleState.Published : TitleState.Ready, Actor, obstacle ?? "Its time had come.", token);
        await db.SaveChangesAsync(token);
        return true;
    }, cancellationToken: cancellationToken);
}
