using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Ending;

namespace Streamix.Streaming.PlaybackContext.Privacy;

/// <summary>What an account plays and played, on which devices. Erasing ends what plays, and gives it back before it is forgotten.</summary>
internal sealed class PlaybacksOfAccount(PlaybackDb db, EndingDesk ending, Closer closer) : IPersonalDataStore
{
    public string Name => "playbacks";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var playbacks = await db.Playbacks.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.StartedAt).ThenBy(p => p.Id).ToListAsync(cancellationToken);
        return playbacks.Count == 0
            ? null
            : playbacks.Select(p => new { p.Id, p.ProfileId, p.TitleId, Device = p.Device.Name, DeviceId = p.Device.Id, p.Country, p.StartedAt, p.EndedAt, p.EndReason, p.PlayedSeconds }).ToList();
    }

    /// <exception cref="DependencyUnavailableException">Something is not given back yet; the saga asks again.</exception>
    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken)
    {
        foreach (var id in await ending.EndAsync(playbacks => playbacks.Where(p => p.AccountId == accountId), PlaybackEnds.Revoked, cancellationToken))
            await closer.TryCloseAsync(id, cancellationToken);
        if (await db.Playbacks.AnyAsync(p => p.AccountId == accountId && p.ClosedAt == null, cancellationToken))
            throw new DependencyUnavailableException("streaming-cdn-orchestrator");
        return await db.Playbacks.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
    }
}
