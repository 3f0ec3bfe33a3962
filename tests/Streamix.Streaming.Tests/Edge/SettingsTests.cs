using Streamix.Streaming.Edge;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Tests.Edge;

public sealed class SettingsTests
{
    [Fact]
    public void Check_OfGoodSettings_Passes() => Check(o => o.TrustedProxies.Add("10.0.0.0/8")).ShouldBeEmpty();

    [Fact]
    public void Check_OfWrongSettings_NamesThem()
    {
        Check(o => o.Data = "").ShouldContain("Edge:Data");
        Check(o => o.Data = "/a b").ShouldContain("Edge:Data");
        Check(o => o.Data = "/a;include /etc/passwd").ShouldContain("Edge:Data");
        Check(o => o.Listen = "everywhere").ShouldContain("Edge:Listen");
        Check(o => o.Port = 0).ShouldContain("Edge:Port");
        Check(o => o.PublicAddress = "edge").ShouldContain("Edge:PublicAddress");
        Check(o => o.Certificate = "/etc/tls.pem").ShouldContain("go together");
        Check(o => o.Module = "js.so; evil").ShouldContain("Edge:Module");
        Check(o => o.TrustedProxies.Add("all; deny")).ShouldContain("Edge:TrustedProxies");
        Check(o => o.CacheBytes = 1).ShouldContain("must be positive");
        Check(o => o.LogBytes = 0).ShouldContain("must be positive");
        Check(o => o.Fresh = TimeSpan.Zero).ShouldContain("Edge:Fresh");
    }

    [Fact]
    public void Check_OfKeys_WantsLongOnes()
    {
        new EdgeOptionsCheck().Validate(null, new PathKeyOptions()).FailureMessage.ShouldNotBeNull().ShouldContain("Edges:Keys");
        new EdgeOptionsCheck().Validate(null, new PathKeyOptions { Keys = { TokenTable.Secret }, NextKey = "short" }).FailureMessage.ShouldNotBeNull().ShouldContain("Edges:Keys");
        new EdgeOptionsCheck().Validate(null, new PathKeyOptions { Keys = { TokenTable.Secret } }).Succeeded.ShouldBeTrue();
    }

    [Fact]
    public void Configuration_WithCertificateAndProxies_SaysSo()
    {
        var options = new EdgeOptions { Data = "/data", Listen = "::", Port = 8443, Certificate = "/tls/cert.pem", CertificateKey = "/tls/key.pem", TrustedProxies = { "10.0.0.0/8" } };
        var text = new NginxConfiguration(options, new(options.Data), "/m.so", User: null, MostFiles: 1_048_576).Write();
        text.ShouldContain("listen [::]:8443 ssl http2");
        text.ShouldContain("ssl_certificate /tls/cert.pem; ssl_certificate_key /tls/key.pem;");
        text.ShouldContain("set_real_ip_from 10.0.0.0/8; real_ip_header X-Forwarded-For;");
        text.ShouldNotContain("user ");
        text.Split('\n').ShouldContain("load_module /m.so;");
    }

    [Fact]
    public void Address_UnlessTold_IsThisMachines()
    {
        new EdgeOptions { Port = 8091 }.Address.ShouldBe("http://localhost:8091/");
        new EdgeOptions { PublicAddress = "https://edge.example" }.Address.ShouldBe("https://edge.example/");
    }

    private static string Check(Action<EdgeOptions> change)
    {
        var options = new EdgeOptions { Data = "/var/lib/streamix/edge" };
        change(options);
        return new EdgeOptionsCheck().Validate(null, options).FailureMessage ?? "";
    }

    [Theory]
    [InlineData(8192, 1_048_576, 25_600)]
    [InlineData(8192, 4096, 4096)]
    public void Configuration_OfManyConnections_AllowsTheirFiles(int connections, long most, long files) =>
        new NginxConfiguration(new() { Data = "/data", Connections = connections }, new("/data"), "/m.so", "www-data www-data", most).Write().ShouldContain($"worker_rlimit_nofile {files};");

    [Fact]
    public void WorkerUser_OfThisMachine_IsTheFirstThatHasAGroup()
    {
        string[] users = ["root:x:0:0::/:/bin/sh", "nobody:x:65534:65534::/:/bin/false", "www-data:x:33:34::/:/bin/false"];
        WorkerUser.Find(users, ["root:x:0:", "web:x:34:", "nogroup:x:65534:"]).ShouldBe(new("www-data", "web", 33, 34));
        WorkerUser.Find(users, ["root:x:0:", "nogroup:x:65534:"]).ShouldBe(new("nobody", "nogroup", 65_534, 65_534));
        WorkerUser.Find(users[..1], ["root:x:0:"]).ShouldBeNull();
    }

    [Fact]
    public void OpenFiles_OfThisProcess_AreTheHardLimit()
    {
        OpenFiles.Read(["Limit                     Soft Limit           Hard Limit           Units", "Max open files            1024                 524288               files"]).ShouldBe(524_288);
        OpenFiles.Read([]).ShouldBe(long.MaxValue);
        OpenFiles.Most().ShouldBeInRange(64, long.MaxValue);
    }
}
