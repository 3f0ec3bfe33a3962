using Streamix.Streaming.Rights.Deciding;

namespace Streamix.Streaming.Rights.Plans;

/// <summary>The plan of the configuration, so that a new deployment plays before somebody has stored plans.</summary>
internal static class UsualPlan
{
    public static PlanTerms Of(UsualPlanOptions options) =>
        new(Guid.Empty, options.Code, options.MostLines, options.Streams, Tiers.Parse(options.SoftwareTier), Tiers.Parse(options.HardwareTier));
}
