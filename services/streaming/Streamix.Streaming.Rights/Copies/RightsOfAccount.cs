using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Privacy;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Slots;

namespace Streamix.Streaming.Rights.Copies;

/// <summary>The copies kept of an account and its profiles, its plan, and what it plays now.</summary>
internal sealed class RightsOfAccount(RightsDb db, SlotDesk slots) : IPersonalDataStore
{
    public string Name => "rights";

    public async Task<object?> ExportAsync(Guid accountId, CancellationToken cancellationToken)
    {
        var account = await db.Accounts.AsNoTracking().Where(a => a.AccountId == accountId).Select(a => new { a.Status, a.Country }).SingleOrDefaultAsync(cancellationToken);
        var plan = await db.AccountPlans.AsNoTracking().Where(p => p.AccountId == accountId).Select(p => p.Plan.Code).SingleOrDefaultAsync(cancellationToken);
        var profiles = await db.Profiles.AsNoTracking().Where(p => p.AccountId == accountId && !p.Removed)
            .OrderBy(p => p.ProfileId).Select(p => new { p.ProfileId, p.Maturity }).ToListAsync(cancellationToken);
        var streams = await slots.ListAsync(accountId);
        return account is null && plan is null && profiles.Count == 0 && streams.Count == 0 ? null : new { account?.Status, account?.Country, plan, profiles, streams };
    }

    /// <summary>Joins the transaction of the event that tells of the end.</summary>
    public Task<int> EraseAsync(Guid accountId, CancellationToken cancellationToken) => db.InTransactionAsync(async token =>
    {
        var profiles = await db.Profiles.Where(p => p.AccountId == accountId).Select(p => p.ProfileId).ToListAsync(token);
        var erased = await db.Profiles.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(token)
            + await db.AccountPlans.Where(p => p.AccountId == accountId).ExecuteDeleteAsync(token)
            + await db.Accounts.Where(a => a.AccountId == accountId).ExecuteDeleteAsync(token);
        foreach (var profile in profiles)
            await db.TellAsync(FactNews.Profile(profile), token);
        await db.TellAsync(FactNews.Account(accountId), token);
        return erased + (await slots.ForgetAsync(accountId) ? 1 : 0);
    }, cancellationToken: cancellationToken);
}
