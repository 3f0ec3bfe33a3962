using Microsoft.Extensions.Options;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Plans;

namespace Streamix.Streaming.Rights;

/// <summary>What would fail later fails at the start.</summary>
internal sealed class RightsOptionsCheck : IValidateOptions<RightsOptions>
{
    private static readonly TimeSpan ShortestLease = TimeSpan.FromMilliseconds(100);

    public ValidateOptionsResult Validate(string? name, RightsOptions options)
    {
        List<string> wrong = [];
        Demand(options.Prefix.Length > 0, "Rights:Prefix must not be empty: the Redis is shared.");
        Demand(options.Lease >= ShortestLease, "Rights:Lease is too short.");
        Demand(options.Patience > TimeSpan.Zero && options.Pause >= TimeSpan.Zero && options.FactsPatience > TimeSpan.Zero, "Rights:Patience, Pause and FactsPatience must be positive.");
        Demand(options.MostFacts > 0, "Rights:MostFacts must be positive.");
        Demand(options.Territories.LookEvery > TimeSpan.Zero, "Rights:Territories:LookEvery must be positive.");
        Demand(Output.TryParse(options.Outputs.Hd, out _) && Output.TryParse(options.Outputs.Uhd, out _), $"Rights:Outputs are {Output.Words}.");
        Demand(Tiers.TryParse(options.UsualPlan.SoftwareTier, out _) && Tiers.TryParse(options.UsualPlan.HardwareTier, out _), $"Rights:UsualPlan: tiers are {Tiers.Words}.");
        Demand(
            options.UsualPlan is { Code.Length: > 0, MostLines: >= Plan.FewestLines and <= Plan.MostOfLines, Streams: >= Plan.FewestStreams and <= Plan.MostOfStreams },
            "Rights:UsualPlan lies outside of what a plan may say.");
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);

        void Demand(bool holds, string message)
        {
            if (!holds)
                wrong.Add(message);
        }
    }
}
