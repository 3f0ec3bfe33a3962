using FluentValidation;
using Streamix.Media.Drm.Keys;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Drm.Policies;

/// <summary>A policy as operators see it.</summary>
/// <param name="Id">The policy.</param>
/// <param name="AssetId">The only asset it holds for; null for all others.</param>
/// <param name="Tier"><c>audio</c>, <c>sd</c>, <c>hd</c> or <c>uhd</c>.</param>
/// <param name="LifetimeSeconds">Of a temporary licence.</param>
/// <param name="OfflineSeconds">Of a kept one; null: none is kept.</param>
/// <param name="Output">The least protection of the player's output.</param>
/// <param name="ChangedAt">UTC.</param>
internal sealed record PolicyView(Guid Id, Guid? AssetId, string Tier, long LifetimeSeconds, long? OfflineSeconds, string Output, DateTimeOffset ChangedAt)
{
    public static PolicyView Of(LicencePolicy policy) => new(
        policy.Id, policy.AssetId, policy.Tier, (long)policy.Lifetime.TotalSeconds, (long?)policy.OfflineLifetime?.TotalSeconds, Policies.Output.Text(policy.Output), policy.ChangedAt);
}

/// <summary>A policy to be.</summary>
internal sealed record PolicyDraft(
    [property: Example("uhd")] string Tier,
    [property: Example("43200")] long LifetimeSeconds,
    [property: Example("172800")] long? OfflineSeconds,
    [property: Example("hdcp-2.2")] string Output,
    [property: Example("0199b0a5-7e7d-7c1f-8c52-f36c4a9c2b10")] Guid? AssetId = null)
{
    public PolicyTerms ToTerms() => TermsDraft.Read(LifetimeSeconds, OfflineSeconds, Output);
}

/// <summary>Other terms for a policy.</summary>
internal sealed record TermsDraft(
    [property: Example("43200")] long LifetimeSeconds,
    [property: Example("172800")] long? OfflineSeconds,
    [property: Example("hdcp-2.2")] string Output)
{
    public PolicyTerms ToTerms() => Read(LifetimeSeconds, OfflineSeconds, Output);

    public static PolicyTerms Read(long lifetime, long? offline, string output)
    {
        Policies.Output.TryParse(output, out var level);
        return new(TimeSpan.FromSeconds(lifetime), offline is { } seconds ? TimeSpan.FromSeconds(seconds) : null, level);
    }
}

internal sealed class PolicyDraftRules : AbstractValidator<PolicyDraft>
{
    public PolicyDraftRules()
    {
        RuleFor(d => d.Tier).Must(Tiers.IsKnown).WithMessage("must be audio, sd, hd or uhd");
        RuleFor(d => d.LifetimeSeconds).Lifetime();
        RuleFor(d => d.OfflineSeconds).OfflineLifetime();
        RuleFor(d => d.Output).OutputLevel();
    }
}

internal sealed class TermsDraftRules : AbstractValidator<TermsDraft>
{
    public TermsDraftRules()
    {
        RuleFor(d => d.LifetimeSeconds).Lifetime();
        RuleFor(d => d.OfflineSeconds).OfflineLifetime();
        RuleFor(d => d.Output).OutputLevel();
    }
}

file static class TermRules
{
    private const long Shortest = 60;
    private const long Longest = 365L * 24 * 3600;

    public static void Lifetime<T>(this IRuleBuilder<T, long> rule) =>
        rule.InclusiveBetween(Shortest, Longest).WithMessage("must be between a minute and a year, in seconds");

    public static void OfflineLifetime<T>(this IRuleBuilder<T, long?> rule) =>
        rule.Must(s => s is null or (>= Shortest and <= Longest)).WithMessage("must be between a minute and a year, in seconds, or null");

    public static void OutputLevel<T>(this IRuleBuilder<T, string> rule) => rule.Must(text => text.Length > 0 && Output.TryParse(text, out _)).WithMessage($"must be {Output.Words}");
}
