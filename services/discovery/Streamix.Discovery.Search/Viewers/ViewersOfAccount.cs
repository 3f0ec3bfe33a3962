using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Search.Data;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Discovery.Search.Viewers;

/// <summary>The copies kept of an account and its profiles.</summary>
internal sealed class ViewersOfAccount(SearchDb db) : IPersonalDataStore
{
    public string Name => "viewers";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var country = await db.Accounts.AsNoTracking().Where(a => a.AccountId == accountId).Select(a => a.Country).SingleOrDefaultAsync(cancellationToken);
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.AccountId == accountId && !p.Removed)
            .OrderBy(p => p.ProfileId).Select(p => new { p.ProfileId, p.Maturity }).ToListAsync(cancellationToken);
        return country is null && profiles.Count == 0 ? null : new { country, profiles };
    }

    public async Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) =>
        await db.Profiles.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(cancellationToken)
        + await db.Accounts.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
}
