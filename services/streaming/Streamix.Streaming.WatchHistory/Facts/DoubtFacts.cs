using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.WatchHistory.Data;

namespace Streamix.Streaming.WatchHistory.Facts;

/// <summary>What is known of a changed title is asked for anew; a further episode may come next to any of its series.</summary>
internal sealed class DoubtFacts(HistoryDb db, TimeProvider time) : IEventHandler<TitleChanged>, IEventHandler<TitlePublished>
{
    public Task HandleAsync(TitleChanged @event, EventContext context, CancellationToken cancellationToken) => DoubtAsync(@event.TitleId, null, cancellationToken);

    public Task HandleAsync(TitlePublished @event, EventContext context, CancellationToken cancellationToken) => DoubtAsync(@event.TitleId, @event.SeriesId, cancellationToken);

    private Task<int> DoubtAsync(Guid titleId, Guid? seriesId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return db.Facts
            .Where(f => f.TitleId == titleId || f.SeriesId == titleId || f.SeriesId != null && (f.SeriesId == seriesId || f.SeriesId == db.Facts.Where(t => t.TitleId == titleId).Select(t => t.SeriesId).FirstOrDefault()))
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.ChangedAt, (DateTimeOffset?)now), cancellationToken);
    }
}
