using Microsoft.EntityFrameworkCore;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Media.Catalog.Viewers;

/// <summary>The copies kept here to show each viewer what they may see.</summary>
internal sealed class ViewersOfAccount(CatalogDb db) : IPersonalDataStore
{
    public string Name => "catalog-viewers";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var country = await db.ViewerAccounts.Where(a => a.AccountId == accountId).Select(a => a.Country).SingleOrDefaultAsync(cancellationToken);
        var profiles = await db.ViewerProfiles.Where(p => p.AccountId == accountId).OrderBy(p => p.ProfileId).Select(p => new { p.ProfileId, p.Maturity }).ToListAsync(cancellationToken);
        return country is null && profiles.Count == 0 ? null : new { country, profiles };
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.ViewerAccounts.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
        + await db.ViewerProfiles.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
