using Streamix.Discovery.Indexer.Data;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Discovery.Indexer.Titles;

/// <summary>
/// Whatever the event was, the catalog's present document is what counts. News of a change also starts the clock of "event to searchable";
/// the other two tell of the same changes again.
/// </summary>
internal sealed class IndexTitle(TitleIndexing titles, IndexerDb db, IndexingMetrics metrics, TimeProvider time)
    : IEventHandler<TitleChanged>, IEventHandler<TitlePublished>, IEventHandler<TitleWithdrawn>
{
    public async Task HandleAsync(TitleChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        var revision = await titles.IndexAsync(@event.TitleId, @event.Revision, cancellationToken);
        var now = time.GetUtcNow();
        var took = now > @event.ChangedAt ? now - @event.ChangedAt : TimeSpan.Zero;
        metrics.Searchable(took);
        db.Times.Add(new()
        {
            Id = Guid.CreateVersion7(now), TitleId = @event.TitleId, Revision = revision, ChangedAt = @event.ChangedAt, SearchableAt = now, Seconds = took.TotalSeconds,
        });
    }

    public Task HandleAsync(TitlePublished @event, EventContext context, CancellationToken cancellationToken) =>
        titles.IndexAsync(@event.TitleId, @event.Revision, cancellationToken);

    public Task HandleAsync(TitleWithdrawn @event, EventContext context, CancellationToken cancellationToken) =>
        titles.IndexAsync(@event.TitleId, @event.Revision, cancellationToken);
}
