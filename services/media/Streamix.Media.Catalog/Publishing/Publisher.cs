using Streamix.Media.Catalog.Data;
using Streamix.Media.Catalog.Titles;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Catalog.Publishing;

/// <summary>Moves locked titles and tells of what the public sees differently. Saves nothing.</summary>
internal sealed class Publisher(CatalogDb db, IEventPublisher events, TimeProvider time)
{
    /// <summary>The title goes to another state, with a line in its history.</summary>
    /// <exception cref="InvalidOperationException">The state machine does not allow it; ask first.</exception>
    public async Task MoveAsync(
        Title title, TitleState to, string actor, string? reason, CancellationToken cancellationToken, DateTimeOffset? publishAt = null)
    {
        var (from, now) = (title.State, time.GetUtcNow());
        title.Move(to, now, publishAt);
        db.Moves.Add(new TitleMove(title, from, actor, reason, now));
        if (to == TitleState.Published)
            events.Publish(new TitlePublished(title.Id, title.Kind, title.SeriesId, title.AssetId, title.Revision, now), Subject(title));
        if (from == TitleState.Published)
            events.Publish(new TitleWithdrawn(title.Id, title.Revision, reason ?? "Withdrawn.", now), Subject(title));
        if (to == TitleState.Published || from == TitleState.Published)
            await TellAsync(title, now, cancellationToken);
    }

    /// <summary>A title was written; tells of it when it is open.</summary>
    public Task ChangedAsync(Title title, CancellationToken cancellationToken) =>
        title.IsPublished ? TellAsync(title, time.GetUtcNow(), cancellationToken) : Task.CompletedTask;

    /// <summary>A title is gone. Its revision grows once more, so that the last word about it is this one.</summary>
    public void Removed(Title title)
    {
        var now = time.GetUtcNow();
        title.Touch(now);
        events.Publish(new TitleChanged(title.Id, title.Revision, now), Subject(title));
    }

    /// <summary>What an episode or a trailer shows and whether it shows at all depends on those above, so that it changes with them.</summary>
    private async Task TellAsync(Title title, DateTimeOffset now, CancellationToken cancellationToken)
    {
        events.Publish(new TitleChanged(title.Id, title.Revision, now), Subject(title));
        if (title.Kind is TitleKinds.Episode or TitleKinds.Trailer)
            return;
        foreach (var below in await db.LockOpenBelowAsync(title.Id, cancellationToken))
        {
            below.Touch(now);
            events.Publish(new TitleChanged(below.Id, below.Revision, now), Subject(below));
        }
    }

    private static string Subject(Title title) => title.Id.ToString();
}
