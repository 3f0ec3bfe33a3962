using Streamix.Streaming.Rights;

namespace Streamix.Streaming.Tests.Rights;

public sealed class OptionsTests
{
    [Fact]
    public void Check_OfUsualSettings_Passes() => Check(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Check_OfWrongSettings_NamesThem()
    {
        Check(o => o.Prefix = "").ShouldContain("Rights:Prefix");
        Check(o => o.Lease = TimeSpan.Zero).ShouldContain("Rights:Lease");
        Check(o => o.Patience = TimeSpan.Zero).ShouldContain("Rights:Patience");
        Check(o => o.MostFacts = 0).ShouldContain("Rights:MostFacts");
        Check(o => o.Territories.LookEvery = TimeSpan.Zero).ShouldContain("Rights:Territories:LookEvery");
        Check(o => o.Outputs.Uhd = "hdmi").ShouldContain("Rights:Outputs");
        Check(o => o.UsualPlan.SoftwareTier = "8k").ShouldContain("Rights:UsualPlan");
        Check(o => o.UsualPlan.Streams = 0).ShouldContain("Rights:UsualPlan");
    }

    private static string Check(Action<RightsOptions> change)
    {
        var options = new RightsOptions();
        change(options);
        return new RightsOptionsCheck().Validate(null, options).FailureMessage ?? "";
    }
}
