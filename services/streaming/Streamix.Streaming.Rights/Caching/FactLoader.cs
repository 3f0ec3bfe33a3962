using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Rights.Copies;
using Streamix.Streaming.Rights.Data;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Plans;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>Reads facts from the store. A title whose news has not come, or came before there was this service, is asked of the catalog once.</summary>
internal sealed class FactLoader(IServiceScopeFactory scopes, IOptions<RightsOptions> options, TimeProvider time)
{
    private static readonly string[] Playing = [TitleKinds.Movie, TitleKinds.Episode, TitleKinds.Trailer];

    public Task<Kept<StoredAccount>> AccountAsync(Guid id, CancellationToken cancellationToken) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<RightsDb>();
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.AccountId == id, cancellationToken);
        var plan = await db.AccountPlans.AsNoTracking().Where(p => p.AccountId == id).Select(p => (Guid?)p.PlanId).SingleOrDefaultAsync(cancellationToken);
        return Keep(new StoredAccount(account?.Status, account?.Country, plan), account is not null);
    });

    public Task<Kept<StoredProfile?>> ProfileAsync(Guid id, CancellationToken cancellationToken) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<RightsDb>();
        var profile = await db.Profiles.AsNoTracking().SingleOrDefaultAsync(p => p.ProfileId == id, cancellationToken);
        return Keep(profile is null ? null : new StoredProfile(profile.AccountId, profile.Maturity, profile.Removed), profile is not null);
    });

    public Task<Kept<PlanBook>> PlansAsync(Guid id, CancellationToken cancellationToken) => InScopeAsync(async services =>
    {
        var plans = await services.GetRequiredService<RightsDb>().Plans.AsNoTracking().ToListAsync(cancellationToken);
        return Keep(new PlanBook(plans.ToDictionary(p => p.Id, p => p.Terms), plans.Find(p => p.IsDefault)?.Terms ?? UsualPlan.Of(options.Value.UsualPlan)));
    });

    public Task<Kept<TitleFacts?>> TitleAsync(Guid id, CancellationToken cancellationToken) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<RightsDb>();
        var title = await FindAsync(db, id, cancellationToken);
        if (title is null && await services.GetRequiredService<CatalogTitles>().FindAsync(id, cancellationToken) is { } document)
        {
            await services.GetRequiredService<TitleCopies>().AddAsync(document, cancellationToken);
            title = await FindAsync(db, id, cancellationToken);
        }

        if (title is not { Published: true } || !Playing.Contains(title.Kind))
            return Keep<TitleFacts?>(null, title is not null);
        var extra = await db.ExtraWindows.AsNoTracking().Where(w => w.TitleId == id).ToListAsync(cancellationToken);
        var terms = title.Read();
        return Keep<TitleFacts?>(new(
            terms.Ratings, [.. terms.Windows.Select(w => new TitleWindow(w.Territory, w.From, w.Until)), .. extra.Select(w => new TitleWindow(w.Territory, w.OpensAt, w.ClosesAt, w.PlanId))]));
    });

    private static Task<KnownTitle?> FindAsync(RightsDb db, Guid id, CancellationToken cancellationToken) =>
        db.Titles.AsNoTracking().SingleOrDefaultAsync(t => t.TitleId == id, cancellationToken);

    private Kept<T> Keep<T>(T fact, bool isThere = true) => new(fact, time.GetUtcNow() + (isThere ? options.Value.FactsLifetime : options.Value.AbsenceLifetime));

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
