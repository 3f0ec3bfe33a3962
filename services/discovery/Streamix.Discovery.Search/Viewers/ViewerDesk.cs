using Microsoft.EntityFrameworkCore;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Search.Data;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.Discovery.Search.Viewers;

/// <summary>
/// On whose behalf a search runs. While no profile is picked, or the picked one is not known here yet, the strictest of the account's profiles holds;
/// while none is known at all, only what is for everybody.
/// </summary>
internal sealed class ViewerDesk(SearchDb db, Caller caller, TimeProvider time)
{
    private const int ForEverybody = 0;

    public async Task<Viewer> ReadAsync(CancellationToken cancellationToken)
    {
        var account = caller.AccountId;
        var country = await db.Accounts.AsNoTracking().Where(a => a.AccountId == account).Select(a => a.Country).SingleOrDefaultAsync(cancellationToken);
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.AccountId == account && !p.Removed).Select(p => new { p.ProfileId, p.Maturity }).ToListAsync(cancellationToken);
        var maturity = profiles.Find(p => p.ProfileId == caller.ProfileId)?.Maturity ?? profiles.Select(p => p.Maturity).DefaultIfEmpty(ForEverybody).Min();
        return new(country, maturity, time.GetUtcNow());
    }
}
