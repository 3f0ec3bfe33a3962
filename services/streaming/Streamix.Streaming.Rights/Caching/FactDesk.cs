using Microsoft.Extensions.Options;
using Streamix.Streaming.Rights.Admission;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Places;

namespace Streamix.Streaming.Rights.Caching;

/// <summary>Brings together what a decision is made from; asks nobody for what is in memory.</summary>
internal sealed class FactDesk(FactCaches caches, TerritoryTable territories, IOptions<RightsOptions> options, TimeProvider time)
{
    private const int ForEverybody = 0;

    public async ValueTask<Facts> OfAsync(Question question, CancellationToken cancellationToken)
    {
        // All begin before the first is waited for.
        var asked = (
            Account: caches.Accounts.GetAsync(question.AccountId, cancellationToken),
            Profile: question.ProfileId is { } id ? caches.Profiles.GetAsync(id, cancellationToken) : ValueTask.FromResult<StoredProfile?>(null),
            Title: caches.Titles.GetAsync(question.TitleId, cancellationToken),
            Plans: caches.Plans.GetAsync(Guid.Empty, cancellationToken));
        var (account, profile, title, plans) = (await asked.Account, await asked.Profile, await asked.Title, await asked.Plans);
        return new()
        {
            Now = time.GetUtcNow(),
            AccountStatus = account.Status,
            Plan = plans.Find(account.PlanId) ?? await NewPlanAsync(account.PlanId, cancellationToken),
            Profile = Of(question, profile),
            Entered = question.Entered,
            Title = title,
            Country = CountryOf(question, account),
            Device = question.Device,
            Outputs = Demands(options.Value.Outputs),
        };
    }

    /// <summary>Accounts are on plans that exist; one that is not known is newer than what was read.</summary>
    private async ValueTask<PlanTerms> NewPlanAsync(Guid? planId, CancellationToken cancellationToken)
    {
        caches.Plans.Drop(Guid.Empty);
        var plans = await caches.Plans.GetAsync(Guid.Empty, cancellationToken);
        return plans.Find(planId) ?? plans.Default;
    }

    private static ProfileFacts? Of(Question question, StoredProfile? profile)
    {
        if (question.ProfileId is null)
            return null;
        if (profile is null)
            return new(ForEverybody, Known: false);
        return profile.Removed || profile.AccountId != question.AccountId ? null : new(profile.Maturity);
    }

    private string? CountryOf(Question question, StoredAccount account) =>
        question.Country
        ?? (question.Address is { } address ? territories.Find(address) : null)
        ?? (options.Value.HomeWhenUnknown ? account.Country : null);

    private static OutputDemands Demands(OutputOptions options)
    {
        Output.TryParse(options.Hd, out var hd);
        Output.TryParse(options.Uhd, out var uhd);
        return new(hd, uhd);
    }
}
