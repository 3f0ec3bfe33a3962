using Streamix.Streaming.Contracts.Rights;

namespace Streamix.Streaming.Rights.Deciding;

/// <summary>How good the picture may be: the least of what plan, device and output allow. Too good a wish is cut, never refused.</summary>
internal static class Qualities
{
    /// <summary>Adds what device and output say; answers the lines.</summary>
    public static int Check(PlanTerms plan, DeviceFacts device, OutputDemands demands, List<Finding> findings)
    {
        var tier = plan.TierFor(device.Security);
        var keeps = device.Security == DeviceSecurity.Hardware ? "hardware keeps the keys" : "software keeps the keys";
        if (tier == Tier.None)
        {
            findings.Add(new(CheckNames.Device, $"{keeps}; {plan.Code} allows none of it", RefusalCodes.DeviceTooWeak));
            return 0;
        }

        findings.Add(new(CheckNames.Device, keeps));
        var lines = Lines(plan, device, demands);
        findings.Add(new(CheckNames.Quality, $"up to {lines} lines: the plan {plan.MostLines}, the device {tier}, the output {Output.Text(device.Output)}"));
        return lines;
    }

    public static int Lines(PlanTerms plan, DeviceFacts device, OutputDemands demands) =>
        Math.Min(plan.MostLines, Tiers.Lines(Least(plan.TierFor(device.Security), TierFor(device.Output, demands))));

    private static Tier TierFor(OutputLevel output, OutputDemands demands) => output < demands.Hd ? Tier.Sd : output < demands.Uhd ? Tier.Hd : Tier.Uhd;

    private static Tier Least(Tier one, Tier other) => one < other ? one : other;
}
