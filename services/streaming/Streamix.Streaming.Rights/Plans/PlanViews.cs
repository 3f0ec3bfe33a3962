using System.Text.RegularExpressions;
using FluentValidation;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>A plan as operators see it.</summary>
/// <param name="Id">The plan.</param>
/// <param name="Code">Its name for machines.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="MostLines">Of the picture, by its smaller side.</param>
/// <param name="Streams">At the same time.</param>
/// <param name="SoftwareTier">The best tier where software keeps the keys: <c>none</c>, <c>sd</c>, <c>hd</c> or <c>uhd</c>.</param>
/// <param name="HardwareTier">The best tier where hardware keeps them.</param>
/// <param name="IsDefault">Of accounts without a plan of their own.</param>
/// <param name="ChangedAt">UTC.</param>
internal sealed record PlanView(
    Guid Id, string Code, string Name, int MostLines, int Streams, string SoftwareTier, string HardwareTier, bool IsDefault, DateTimeOffset ChangedAt)
{
    public static PlanView Of(Plan p) => new(p.Id, p.Code, p.Name, p.MostLines, p.Streams, p.SoftwareTier, p.HardwareTier, p.IsDefault, p.ChangedAt);
}

/// <summary>A plan to be.</summary>
internal sealed record PlanDraft(
    [property: Example("premium")] string Code,
    [property: Example("Premium")] string Name,
    [property: Example("2160")] int MostLines,
    [property: Example("4")] int Streams,
    [property: Example("hd")] string SoftwareTier,
    [property: Example("uhd")] string HardwareTier)
{
    public PlanDetails ToDetails() => new(Name, MostLines, Streams, SoftwareTier, HardwareTier);
}

/// <summary>What a plan says from now on; its code stays.</summary>
internal sealed record PlanChange(
    [property: Example("Premium")] string Name,
    [property: Example("2160")] int MostLines,
    [property: Example("4")] int Streams,
    [property: Example("hd")] string SoftwareTier,
    [property: Example("uhd")] string HardwareTier)
{
    public PlanDetails ToDetails() => new(Name, MostLines, Streams, SoftwareTier, HardwareTier);
}

internal sealed class PlanDraftRules : AbstractValidator<PlanDraft>
{
    public PlanDraftRules()
    {
        RuleFor(d => d.Code).Must(PlanRules.IsCode).WithMessage($"must be lower-case letters and digits, joined by hyphens, at most {Plan.LongestCode}");
        RuleFor(d => d.Name).Text(Plan.LongestName).OneLine();
        RuleFor(d => d.MostLines).Lines();
        RuleFor(d => d.Streams).Streams();
        RuleFor(d => d.SoftwareTier).Tier();
        RuleFor(d => d.HardwareTier).Tier();
    }
}

internal sealed class PlanChangeRules : AbstractValidator<PlanChange>
{
    public PlanChangeRules()
    {
        RuleFor(d => d.Name).Text(Plan.LongestName).OneLine();
        RuleFor(d => d.MostLines).Lines();
        RuleFor(d => d.Streams).Streams();
        RuleFor(d => d.SoftwareTier).Tier();
        RuleFor(d => d.HardwareTier).Tier();
    }
}

internal static partial class PlanRules
{
    public static bool IsCode(string code) => code.Length <= Plan.LongestCode && Code().IsMatch(code);

    public static void Lines<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(Plan.FewestLines, Plan.MostOfLines).WithMessage($"must be between {Plan.FewestLines} and {Plan.MostOfLines}");

    public static void Streams<T>(this IRuleBuilder<T, int> rule) =>
        rule.InclusiveBetween(Plan.FewestStreams, Plan.MostOfStreams).WithMessage($"must be between {Plan.FewestStreams} and {Plan.MostOfStreams}");

    public static void Tier<T>(this IRuleBuilder<T, string> rule) => rule.Must(tier => Tiers.TryParse(tier, out _)).WithMessage($"must be {Tiers.Words}");

    [GeneratedRegex(@"^[a-z0-9]+(-[a-z0-9]+)*\z", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();
}
