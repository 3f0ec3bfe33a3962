using Streamix.Streaming.CdnOrchestrator;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class OptionsTests
{
    private const string Long = "a secret of more than thirty-two characters";

    [Fact]
    public void Check_OfGoodSettings_Passes() => Check(_ => { }).ShouldBeEmpty();

    [Fact]
    public void Check_OfWrongSettings_NamesThem()
    {
        Check(o => o.Keys.Clear()).ShouldContain("Edges:Keys");
        Check(o => o.Keys.Add("short")).ShouldContain("Edges:Keys");
        Check(o => o.NextKey = "short").ShouldContain("Edges:NextKey");
        Check(o => o.PerPlayback = 0).ShouldContain("Edges:PerPlayback");
        Check(o => o.LongestToken = TimeSpan.Zero).ShouldContain("Edges:LongestToken");
        Check(o => o.SilentAfter = TimeSpan.Zero).ShouldContain("Edges:SilentAfter");
        Check(o => o.ProbeEvery = TimeSpan.Zero).ShouldContain("Edges:ProbeEvery");
        Check(o => o.ReadEvery = TimeSpan.Zero).ShouldContain("Edges:ReadEvery");
        Check(o => o.SteeringEvery = TimeSpan.FromMilliseconds(999)).ShouldContain("Edges:SteeringEvery");
        Check(o => o.SteeringLifetime = TimeSpan.Zero).ShouldContain("Edges:SteeringLifetime");
        Check(o => o.PurgeAgainAfter = TimeSpan.Zero).ShouldContain("Edges:PurgeAgainAfter");
        Check(o => o.JobsKept = TimeSpan.Zero).ShouldContain("Edges:JobsKept");
        Check(o => o.CloudFront.KeyPairId = "K1").ShouldContain("both KeyPairId and PrivateKey");
        Check(o => (o.CloudFront.KeyPairId, o.CloudFront.PrivateKey) = ("K1", "not a key")).ShouldContain("no RSA key");
        Check(o => o.CloudFront.Hash = "md5").ShouldContain("Edges:CloudFront:Hash");
        Check(o => o.CloudFront.Carrier = "pigeon").ShouldContain("Edges:CloudFront:Carrier");
        Check(o => o.CloudFront.Carrier = "cookies").ShouldContain("Edges:CloudFront:CookieDomain");
        Check(o => (o.CloudFront.Carrier, o.CloudFront.CookieDomain) = ("cookies", "example.org")).ShouldBeEmpty();
        Check(o => o.CloudFront.Lifetime = TimeSpan.Zero).ShouldContain("Edges:CloudFront:Lifetime");
    }

    private static string Check(Action<OrchestratorOptions> change)
    {
        var options = new OrchestratorOptions { Keys = { Long } };
        change(options);
        return new OrchestratorOptionsCheck().Validate(null, options).FailureMessage ?? "";
    }
}
