using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>
/// Keeps who may watch each title. Whatever changed, the catalog's present document is what counts; a withdrawal holds at once, also while the catalog is away.
/// </summary>
internal sealed class CopyTitle(CatalogTitles catalog, TitleCopies titles) : IEventHandler<TitleChanged>, IEventHandler<TitleWithdrawn>
{
    public async Task HandleAsync(TitleChanged @event, EventContext context, CancellationToken cancellationToken)
    {
        if (await catalog.FindAsync(@event.TitleId, cancellationToken) is { } document)
            await titles.TakeAsync(document, cancellationToken);
        else
            await titles.WithdrawAsync(@event.TitleId, @event.Revision, cancellationToken);
    }

    public Task HandleAsync(TitleWithdrawn @event, EventContext context, CancellationToken cancellationToken) =>
        titles.WithdrawAsync(@event.TitleId, @event.Revision, cancellationToken);
}
