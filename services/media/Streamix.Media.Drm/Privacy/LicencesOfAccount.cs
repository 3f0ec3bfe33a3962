using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Media.Drm.Privacy;

/// <summary>What an account played. Erasing ends its playbacks and leaves entries of the licence log that belong to nobody.</summary>
internal sealed class LicencesOfAccount(DrmDb db) : IPersonalDataStore
{
    public string Name => "licences";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var licences = await db.Licences.AsNoTracking().Where(l => l.AccountId == accountId).OrderBy(l => l.Id)
            .Select(l => new { l.AssetId, l.ProfileId, l.PlaybackId, l.Type, l.Tiers, l.Refusal, l.At, l.ExpiresAt }).ToListAsync(cancellationToken);
        var playbacks = await db.Playbacks.AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id)
            .Select(p => new { p.AssetId, p.ProfileId, p.AuthorisedAt, p.ExpiresAt }).ToListAsync(cancellationToken);
        return licences.Count + playbacks.Count == 0 ? null : new { Licences = licences, Playbacks = playbacks };
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Playbacks.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
        + await db.Licences.Where(l => l.AccountId == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(l => l.AccountId, (Guid?)null).SetProperty(l => l.ProfileId, (Guid?)null), cancellationToken);
}
