using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>
/// Puts accounts on plans. Operators come here through the routes; what tells of subscriptions comes here as well. Call it inside a transaction, which it saves into.
/// </summary>
internal sealed class AccountPlanDesk(RightsDb db, TimeProvider time)
{
    /// <param name="accountId">The account.</param>
    /// <param name="planId">Its plan from now on.</param>
    /// <param name="present">What it has of its own, tracked; null for nothing.</param>
    public async Task<AccountPlan> PutAsync(Guid accountId, Guid planId, AccountPlan? present, CancellationToken cancellationToken)
    {
        if (present is null)
            db.AccountPlans.Add(present = new(accountId, planId, time.GetUtcNow()));
        else
            present.Take(planId, time.GetUtcNow());
        await db.SaveChangesAsync(cancellationToken);
        await db.TellAsync(FactNews.Account(accountId), cancellationToken);
        return present;
    }

    /// <summary>Back to the default.</summary>
    public async Task RemoveAsync(AccountPlan present, CancellationToken cancellationToken)
    {
        db.AccountPlans.Remove(present);
        await db.SaveChangesAsync(cancellationToken);
        await db.TellAsync(FactNews.Account(present.AccountId), cancellationToken);
    }

    public Task<AccountPlan?> FindAsync(Guid accountId, CancellationToken cancellationToken) =>
        db.AccountPlans.Include(p => p.Plan).SingleOrDefaultAsync(p => p.AccountId == accountId, cancellationToken);

    /// <summary>The id of the plan with this code.</summary>
    public Task<Guid?> PlanAsync(string code, CancellationToken cancellationToken) =>
        db.Plans.Where(p => p.Code == code).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancellationToken);
}
