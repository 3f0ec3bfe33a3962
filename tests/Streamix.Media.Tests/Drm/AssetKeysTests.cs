using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Cpix;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Tests.Drm.Hosting;
using Streamix.Testing.Tokens;

namespace Streamix.Media.Tests.Drm;

public sealed class AssetKeysTests : IClassFixture<DrmHost>, IDisposable
{
    private readonly DrmHost _host;
    private readonly RSA _partner = RSA.Create(2048);
    private readonly string _certificate;

    public AssetKeysTests(DrmHost host)
    {
        _host = host;
        _certificate = Pem(_partner);
    }

    public void Dispose() => _partner.Dispose();

    [Fact]
    public async Task Export_ForAPartner_CanBeReadByThemAlone()
    {
        var scene = await Scene.SetAsync(_host);
        using var admin = _host.Admin();
        using var response = await admin.PostAsJsonAsync($"/drm/assets/{scene.Asset}/cpix", new { scheme = "cenc", certificate = _certificate });
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var xml = await response.Content.ReadAsByteArrayAsync();
        using var document = CpixReader.Read(new MemoryStream(xml), _partner);
        document.Keys.ToDictionary(k => k.Id, k => Convert.ToHexString(k.Key!.AsSpan()))
            .ShouldBe(scene.Provided.Keys.ToDictionary(k => KeyId.Read(k.KeyId.Span), k => Convert.ToHexString(k.Key.Span)), ignoreOrder: true);
        document.Systems.Count.ShouldBe(12);
        document.Rules.Select(TrackRules.TierOf).ShouldBe(Scene.AllTiers, ignoreOrder: true);
        foreach (var key in scene.Provided.Keys)
            Encoding.UTF8.GetString(xml).ShouldNotContain(key.Key.ToBase64());
        (await AuditAsync(scene.Asset)).ShouldBe(["content-keys.exported"]);
    }

    [Fact]
    public async Task Export_ToAWeakKeyOrByTheWrongPeople_IsRefused()
    {
        var scene = await Scene.SetAsync(_host, "sd");
        var address = $"/drm/assets/{scene.Asset}/cpix";
        using var weak = RSA.Create(1024);
        using var admin = _host.Admin();
        await (await admin.PostAsJsonAsync(address, new { scheme = "cenc", certificate = Pem(weak) })).ShouldBeAsync(422);
        await (await admin.PostAsJsonAsync(address, new { scheme = "cenc", certificate = "nonsense" })).ShouldBeAsync(422);
        await (await admin.PostAsJsonAsync(address, new { scheme = "cbcs", certificate = _certificate })).ShouldBeAsync(404);
        using var editor = _host.Admin("editor");
        await (await editor.PostAsJsonAsync(address, new { scheme = "cenc", certificate = _certificate })).ShouldBeAsync(403);
        using var weakly = _host.CreateClient().As(_host.Tokens.User(new UserClaims { Roles = ["admin"], Acr = "aal1" }));
        await (await weakly.PostAsJsonAsync(address, new { scheme = "cenc", certificate = _certificate })).ShouldBeAsync(401);
        (await AuditAsync(scene.Asset)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Import_OfADocument_GivesThePackagerItsKeys()
    {
        var order = Scene.Order("audio", "hd");
        using var document = Document("cenc", "audio", "hd");
        (await (await ImportAsync(order.AssetId, order.TitleId, Xml(document))).ShouldBeAsync(200)).ToString().ShouldBe("""{"imported":2,"present":0}""");
        var provided = await _host.Transcoder.ProvideAsync(order);
        provided.Keys.Select(k => (KeyId.Read(k.KeyId.Span), Convert.ToHexString(k.Key.Span))).ShouldBe(document.Keys.Select(k => (k.Id, Convert.ToHexString(k.Key!.AsSpan()))));
        (await AuditAsync(Guid.Parse(order.AssetId))).ShouldBe(["content-keys.imported"]);
        using var again = Document("cenc", "audio", "hd");
        (await (await ImportAsync(order.AssetId, order.TitleId, Xml(again))).ShouldBeAsync(200)).ToString().ShouldBe("""{"imported":0,"present":2}""");
        (await _host.Transcoder.ProvideAsync(order)).ShouldBe(provided);
    }

    [Fact]
    public async Task Import_OfWhatCannotBeTaken_Is422AndKeepsNothing()
    {
        var order = Scene.Order("hd");
        using var foreign = Document("cens", "hd");
        using var twice = Document("cenc", "hd", "hd");
        string[] documents = [Xml(foreign), Xml(twice), "<CPIX xmlns=\"urn:dashif:org:cpix\"/>", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>", "nonsense"];
        foreach (var xml in documents)
            (await (await ImportAsync(order.AssetId, order.TitleId, xml)).ShouldBeAsync(422)).GetProperty("detail").GetString()!.ShouldStartWith("The CPIX document");
        (await ImportAsync(order.AssetId, order.TitleId, "{}", "application/json")).StatusCode.ShouldBe(HttpStatusCode.UnsupportedMediaType);
        (await AuditAsync(Guid.Parse(order.AssetId))).ShouldBeEmpty();
    }

    [Fact]
    public async Task List_OfAnAsset_ShowsNoKeys()
    {
        var scene = await Scene.SetAsync(_host, "sd", "hd");
        using var admin = _host.Admin();
        var text = await admin.GetStringAsync($"/drm/assets/{scene.Asset}/keys");
        foreach (var key in scene.Provided.Keys)
        {
            text.ShouldContain(KeyId.Read(key.KeyId.Span).ToString());
            text.ShouldNotContain(key.Key.ToBase64());
        }
    }

    private static CpixDocument Document(string scheme, params string[] tiers)
    {
        var keys = tiers.Select(tier => (Tier: tier, Id: Guid.NewGuid())).ToArray();
        return new()
        {
            Keys = [.. keys.Select(k => new CpixKey(k.Id, scheme, null, KeyMaterial.Random()))],
            Rules = [.. keys.Select(k => TrackRules.Of(k.Id, k.Tier))],
        };
    }

    private static string Xml(CpixDocument document)
    {
        using var stream = new MemoryStream();
        CpixWriter.Write(document, stream, null);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static string Pem(RSA key)
    {
        using var certificate = new CertificateRequest("CN=partner", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(9));
        return certificate.ExportCertificatePem();
    }

    private async Task<HttpResponseMessage> ImportAsync(string asset, string title, string xml, string type = "application/xml")
    {
        using var admin = _host.Admin();
        using var content = new StringContent(xml, Encoding.UTF8, new MediaTypeHeaderValue(type));
        return await admin.PutAsync($"/drm/assets/{asset}/cpix?titleId={title}", content);
    }

    private Task<List<string>> AuditAsync(Guid asset)
    {
        var subject = $"asset:{asset}";
        return _host.QueryAsync(db => db.Database.SqlQuery<string>(
            $"SELECT convert_from(body, 'UTF8')::jsonb->>'action' AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync());
    }
}
