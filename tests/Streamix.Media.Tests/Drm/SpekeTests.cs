using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml.Linq;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Pssh;
using Streamix.Media.Drm.Speke;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class SpekeTests : IAsyncLifetime
{
    private static readonly XNamespace Cpix = "urn:dashif:org:cpix";
    private SpekeServer _server = null!;
    private DrmHost _host = null!;

    public async Task InitializeAsync()
    {
        _server = await SpekeServer.StartAsync();
        _host = Host();
        await _host.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task Provide_FromAKeyServer_TakesItsKeysAndBoxes()
    {
        var order = Scene.Order("audio", "sd");
        order.Scheme = "cbcs";
        var provided = await _host.Transcoder.ProvideAsync(order);
        foreach (var key in provided.Keys)
        {
            var id = KeyId.Read(key.KeyId.Span);
            key.Key.ToByteArray().ShouldBe(SpekeServer.KeyOf(order.AssetId, id.ToString()));
            key.Iv[15].ShouldBe((byte)7);
            PsshBox.TryReadAll(key.Pssh.Span, out var boxes).ShouldBeTrue();
            boxes.Select(b => b.SystemId).ShouldBe([SystemIds.Common, SystemIds.Widevine, SystemIds.Widevine]);
        }

        (await _host.QueryAsync(db => db.ContentKeys.Select(k => k.Server).Distinct().SingleAsync())).ShouldBe("speke");
    }

    [Fact]
    public async Task Request_ToAKeyServer_IsWhatTheSpecificationWants()
    {
        var order = Scene.Order(Scene.AllTiers);
        await _host.Transcoder.ProvideAsync(order);
        var (document, headers) = _server.Requests.Single();
        headers["X-Speke-Version"].ToString().ShouldBe("2.0");
        (document.Root!.Attribute("contentId")!.Value, document.Root.Attribute("version")!.Value).ShouldBe((order.AssetId, "2.3"));
        var keys = document.Descendants(Cpix + "ContentKey").ToArray();
        keys.Select(k => k.Attribute("commonEncryptionScheme")!.Value).ShouldAllBe(s => s == "cenc");
        keys.ShouldAllBe(k => !k.HasElements);
        var kids = keys.Select(k => k.Attribute("kid")!.Value).ToArray();
        document.Descendants(Cpix + "DRMSystem").GroupBy(s => s.Attribute("kid")!.Value).Select(g => (g.Key, g.Count())).ShouldBe(kids.Select(k => (k, 2)));
        var rules = document.Descendants(Cpix + "ContentKeyUsageRule").ToArray();
        rules.Select(r => r.Attribute("intendedTrackType")!.Value).ShouldBe(["AUDIO", "SD", "HD", "UHD"]);
        rules.Select(r => r.Attribute("kid")!.Value).ShouldBe(kids);
        var period = document.Descendants(Cpix + "ContentKeyPeriod").Single();
        period.Attribute("index")!.Value.ShouldBe("0");
        document.Descendants(Cpix + "KeyPeriodFilter").Select(f => f.Attribute("periodId")!.Value).ShouldBe(Enumerable.Repeat(period.Attribute("id")!.Value, 4));
    }

    [Fact]
    public async Task Provide_AtOnceAndAgain_GivesTheSameKeysAndAsksNoMore()
    {
        await using var other = Host(_host.Database);
        var order = Scene.Order(Scene.AllTiers);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => (i % 2 == 0 ? _host : other).Transcoder.ProvideAsync(order).ResponseAsync));
        answers.Distinct().Count().ShouldBe(1);
        var asked = _server.Requests.Count;
        (await _host.Transcoder.ProvideAsync(order)).ShouldBe(answers[0]);
        _server.Requests.Count.ShouldBe(asked);
    }

    [Fact]
    public async Task Provide_WithACertificateOfOurOwn_AsksForEncryptedKeysAndOpensThem()
    {
        using var own = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=streamix", own, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await using var host = Host(_host.Database);
        (host.Settings["Drm:Cpix:Certificate"], host.Settings["Drm:Cpix:PrivateKey"]) = (certificate.ExportCertificatePem(), own.ExportPkcs8PrivateKeyPem());
        byte[]? sent = null;
        _server.Instead = async http =>
        {
            var asked = _server.Requests.Last().Document;
            using var wanted = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(asked.Descendants().Single(e => e.Name.LocalName == "X509Certificate").Value));
            using var document = new CpixDocument { Keys = [.. asked.Descendants(Cpix + "ContentKey").Select(k => new CpixKey(Guid.Parse(k.Attribute("kid")!.Value), "cenc", null, KeyMaterial.Random()))] };
            using var stream = new MemoryStream();
            CpixWriter.Write(document, stream, wanted);
            sent = document.Keys[0].Key!.AsMemory().ToArray();
            await http.Response.Body.WriteAsync(stream.ToArray());
        };
        (await host.Transcoder.ProvideAsync(Scene.Order("sd"))).Keys.Single().Key.ToByteArray().ShouldBe(sent);
    }

    [Fact]
    public void KeyId_OfATier_IsAFunctionOfWhatItIsFor()
    {
        var order = new KeyOrder(Guid.NewGuid(), Guid.NewGuid(), "cenc", ["sd"]);
        SpekeKeyServer.KeyIdOf(order with { TitleId = Guid.NewGuid() }, "sd").ShouldBe(SpekeKeyServer.KeyIdOf(order, "sd"));
        Guid[] others = [SpekeKeyServer.KeyIdOf(order, "hd"), SpekeKeyServer.KeyIdOf(order with { Scheme = "cbcs" }, "sd"), SpekeKeyServer.KeyIdOf(order with { AssetId = Guid.NewGuid() }, "sd")];
        others.ShouldNotContain(SpekeKeyServer.KeyIdOf(order, "sd"));
        SpekeKeyServer.KeyIdOf(order, "sd").Version.ShouldBe(8);
    }

    [Theory]
    [InlineData("refused")]
    [InlineData("redirected")]
    [InlineData("nonsense")]
    [InlineData("dtd")]
    [InlineData("endless")]
    [InlineData("no key")]
    [InlineData("other key ids")]
    [InlineData("other content")]
    [InlineData("other scheme")]
    [InlineData("short key")]
    [InlineData("damaged box")]
    public async Task Provide_WhenTheKeyServerAnswersWrongly_IsUnavailableAndKeepsNothing(string how)
    {
        Misbehave(how);
        var order = Scene.Order("sd", "hd");
        (await Should.ThrowAsync<RpcException>(() => _host.Transcoder.ProvideAsync(order).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
        var asset = Guid.Parse(order.AssetId);
        (await _host.QueryAsync(db => db.ContentKeys.AnyAsync(k => k.AssetId == asset))).ShouldBeFalse();
        (_server.Changing, _server.Instead) = (null, null);
        (await _host.Transcoder.ProvideAsync(order)).Keys.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Provide_WithoutAKeyServerInReach_IsUnavailable()
    {
        await _server.DisposeAsync();
        (await Should.ThrowAsync<RpcException>(() => _host.Transcoder.ProvideAsync(Scene.Order("sd")).ResponseAsync)).StatusCode.ShouldBe(StatusCode.Unavailable);
        _host.Logs.ToString().ShouldContain("The key server does not answer");
        _host.Logs.ToString().ShouldNotContain(SpekeServer.Credentials);
    }

    private void Misbehave(string how)
    {
        _server.Instead = how switch
        {
            "refused" => http => Status(http, 403),
            "redirected" => http => { http.Response.Headers.Location = "http://127.0.0.1:1/"; return Status(http, 307); },
            "nonsense" => http => http.Response.WriteAsync("nonsense"),
            "dtd" => http => http.Response.WriteAsync("""<!DOCTYPE CPIX SYSTEM "http://127.0.0.1:1/"><CPIX/>"""),
            "endless" => http => http.Response.WriteAsync($"<CPIX xmlns=\"urn:dashif:org:cpix\">{new string(' ', 600_000)}</CPIX>"),
            _ => null,
        };
        _server.Changing = how switch
        {
            "no key" => document => document.Descendants(Cpix + "Data").First().Remove(),
            "other key ids" => document => document.Descendants(Cpix + "ContentKey").First().SetAttributeValue("kid", Guid.NewGuid().ToString()),
            "other content" => document => document.Root!.SetAttributeValue("contentId", "something else"),
            "other scheme" => document => document.Descendants(Cpix + "ContentKey").First().SetAttributeValue("commonEncryptionScheme", "cbcs"),
            "short key" => document => document.Descendants(Cpix + "Data").First().Descendants().Last().Value = "AAAA",
            "damaged box" => document => document.Descendants(Cpix + "PSSH").First().Value = "AAAA",
            _ => null,
        };
    }

    private static Task Status(HttpContext http, int status)
    {
        http.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private DrmHost Host(string database = "") => new()
    {
        Database = database,
        Settings =
        {
            ["Drm:KeyServer"] = "speke", ["Drm:Speke:Address"] = _server.Address, ["Drm:Speke:KeyPeriod"] = "0", ["Drm:Speke:Headers:Authorization"] = SpekeServer.Credentials,
            ["Drm:Speke:Systems:0"] = "widevine", ["Drm:Speke:Systems:1"] = "playready",
        },
    };
}
