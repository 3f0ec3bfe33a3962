using System.Text;
using Aspire.Hosting.Dcp;
using Shouldly;
using Xunit;

namespace Streamix.StandIns.Tests.Orchestration.Dcp;

public sealed class KubeconfigTests
{
    private readonly ServerCertificate _certificate = ServerCertificate.Create(TimeProvider.System);

    [Fact]
    public void Parse_Complete_KnowsServerTokenAndAuthority()
    {
        var config = Kubeconfig.Parse(Text("    token: abc"))!;
        config.Server.ShouldBe(new Uri("https://127.0.0.1:4711/"));
        config.Token.ShouldBe("abc");
        config.Authority.Subject.ShouldBe("CN=dcp");
    }

    [Fact]
    public void Parse_HalfWritten_IsNothingYet() => Kubeconfig.Parse(Text("")).ShouldBeNull();

    [Fact]
    public void Create_Certificate_IsForTheLoopbackAndSignsItself()
    {
        var names = Kubeconfig.Parse(Text("    token: abc"))!.Authority;
        names.MatchesHostname("localhost").ShouldBeTrue();
        names.MatchesHostname("127.0.0.1").ShouldBeTrue();
        names.Issuer.ShouldBe(names.Subject);
    }

    private string Text(string lastLine) => $"""
        apiVersion: v1
        clusters:
        - cluster:
            certificate-authority-data: {Convert.ToBase64String(Encoding.ASCII.GetBytes(_certificate.CertificatePem))}
            server: https://127.0.0.1:4711
          name: apiserver_cluster
        users:
        - name: apiserver_user
          user:
        {lastLine}
        """;
}
