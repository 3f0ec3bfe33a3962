using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Tests.Rights.Hosting;

namespace Streamix.Streaming.Tests.Rights;

public sealed class QualityTests
{
    private static readonly PlanTerms Plan = Some.Premium;

    [Theory]
    [InlineData("software", "none", 2160, 1080, "audio,sd,hd")]
    [InlineData("software", "hdcp-2.2", 2160, 1080, "audio,sd,hd")]
    [InlineData("hardware", "none", 2160, 1080, "audio,sd,hd")]
    [InlineData("hardware", "hdcp-1", 2160, 1080, "audio,sd,hd")]
    [InlineData("hardware", "hdcp-2.2", 2160, 2160, "audio,sd,hd,uhd")]
    [InlineData("hardware", "hdcp-2.2", 720, 720, "audio,sd,hd")]
    [InlineData("hardware", "hdcp-2.2", 480, 480, "audio,sd")]
    [InlineData("", "", 4320, 1080, "audio,sd,hd")]
    public void Quality_OfPlanDeviceAndOutput_IsTheLeast(string security, string output, int planLines, int lines, string tiers)
    {
        DeviceFacts.TryParse(security, out var keeps).ShouldBeTrue();
        Output.TryParse(output, out var level).ShouldBeTrue();
        var verdict = Decider.Decide(Some.Facts with { Plan = Plan with { MostLines = planLines }, Device = new(keeps, level) });
        verdict.MostLines.ShouldBe(lines);
        string.Join(',', verdict.Tiers).ShouldBe(tiers);
    }

    [Fact]
    public void Quality_WhereHdAsksForProtection_IsSdWithout()
    {
        var demands = new OutputDemands(OutputLevel.Hdcp1, OutputLevel.Hdcp22);
        Qualities.Lines(Plan, new(DeviceSecurity.Hardware, OutputLevel.None), demands).ShouldBe(576);
        Qualities.Lines(Plan, new(DeviceSecurity.Hardware, OutputLevel.Hdcp1), demands).ShouldBe(1080);
    }

    [Theory]
    [InlineData("none", true)]
    [InlineData("uhd", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("8k", false)]
    public void Tier_FromText_IsKnownOrNot(string? text, bool known) => Tiers.TryParse(text, out _).ShouldBe(known);
}
