using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Windows;

/// <summary>
/// Opens and closes titles beyond the catalog. Operators come here through the routes; what tells of contracts comes here as well. Call it inside a transaction,
/// which it saves into.
/// </summary>
internal sealed class WindowDesk(RightsDb db, TimeProvider time)
{
    public async Task<ExtraWindow> OpenAsync(Guid id, Guid titleId, WindowTerms terms, CancellationToken cancellationToken)
    {
        var window = new ExtraWindow(id, titleId, terms, time.GetUtcNow());
        db.ExtraWindows.Add(window);
        await SaveAsync(window, cancellationToken);
        return window;
    }

    public Task ChangeAsync(ExtraWindow window, WindowTerms terms, CancellationToken cancellationToken)
    {
        window.Take(terms, time.GetUtcNow());
        return SaveAsync(window, cancellationToken);
    }

    public Task RemoveAsync(ExtraWindow window, CancellationToken cancellationToken)
    {
        db.ExtraWindows.Remove(window);
        return SaveAsync(window, cancellationToken);
    }

    public Task<ExtraWindow?> FindAsync(Guid id, CancellationToken cancellationToken) => db.ExtraWindows.SingleOrDefaultAsync(w => w.Id == id, cancellationToken);

    private async Task SaveAsync(ExtraWindow window, CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        await db.TellAsync(FactNews.Title(window.TitleId), cancellationToken);
    }
}
