using Microsoft.Extensions.Options;
using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>The facts that this replica has in memory.</summary>
internal sealed class FactCaches(FactLoader loader, IOptions<RightsOptions> options, TimeProvider time, RightsMetrics metrics)
{
    public FactCache<StoredAccount> Accounts { get; } = Of("account", loader.AccountAsync, options.Value, time, metrics);

    public FactCache<StoredProfile?> Profiles { get; } = Of("profile", loader.ProfileAsync, options.Value, time, metrics);

    public FactCache<TitleFacts?> Titles { get; } = Of("title", loader.TitleAsync, options.Value, time, metrics);

    /// <summary>One entry, whatever the id: the empty one.</summary>
    public FactCache<PlanBook> Plans { get; } = Of("plans", loader.PlansAsync, options.Value, time, metrics);

    public void Clear()
    {
        Accounts.Clear();
        Profiles.Clear();
        Titles.Clear();
        Plans.Clear();
    }

    private static FactCache<T> Of<T>(string kind, Func<Guid, CancellationToken, Task<Kept<T>>> read, RightsOptions options, TimeProvider time, RightsMetrics metrics) =>
        new(kind, read, options.MostFacts, options.FactsPatience, time, metrics);
}
