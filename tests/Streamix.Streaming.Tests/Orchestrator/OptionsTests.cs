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
        Check(o => o.CloudFront.KeyPairId = "K1").ShouldContain("both KeyPairId and PrivateKey");
        Check(o => (o.CloudFront.KeyPairId, o.CloudFront.PrivateKey) = ("K1", "not a key")).ShouldContain("no RSA key");
        Check(o => o.CloudFront.Hash = "md5").ShouldContain("Edges:CloudFront:Hash");
        Check(o => o.CloudFront.Carrier = "pigeon").ShouldContain("Edges:CloudFront:Carrier");
    }

    private static string Check(Action<OrchestratorOptions> change)
    {
        var options = new OrchestratorOptions { Keys = { Long } };
        change(options);
        return new OrchestratorOptionsCheck().Validate(null, options).FailureMessage ?? "";
    }
}
