using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.WatchHistory.Data;

namespace Streamix.Streaming.WatchHistory.Privacy;

/// <summary>What the profiles of an account watched.</summary>
internal sealed class HistoryOfAccount(HistoryDb db) : IPersonalDataStore
{
    public string Name => "watch-history";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var watched = await db.Watched.AsNoTracking().Where(w => w.AccountId == accountId).OrderBy(w => w.ProfileId).ThenBy(w => w.PlayedAt).ThenBy(w => w.TitleId)
            .Select(w => new { w.ProfileId, w.TitleId, Position = w.Seconds, w.Duration, w.FirstPlayedAt, w.PlayedAt, w.Completed, w.CompletedAt, w.HiddenAt }).ToListAsync(cancellationToken);
        return watched.Count == 0 ? null : watched;
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Watched.Where(w => w.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
        + await db.Clearings.Where(c => c.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
