using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Data;

namespace Streamix.Media.Drm.Policies;

/// <summary>Which terms hold: the asset's own, else those of the tier, else the usual ones.</summary>
internal sealed class PolicyBook(DrmDb db)
{
    public async Task<Func<string, PolicyTerms>> OfAsync(Guid assetId, CancellationToken cancellationToken)
    {
        var policies = await db.Policies.AsNoTracking().Where(p => p.AssetId == assetId || p.AssetId == null).ToListAsync(cancellationToken);
        return tier => policies.Where(p => p.Tier == tier).OrderBy(p => p.AssetId is null).FirstOrDefault()?.Terms ?? PolicyTerms.Usual;
    }
}
