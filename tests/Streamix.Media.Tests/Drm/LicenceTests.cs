using System.Buffers.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class LicenceTests : IClassFixture<DrmHost>, IAsyncLifetime
{
    private readonly DrmHost _host;
    private Scene _scene = null!;

    public LicenceTests(DrmHost host) => _host = host;

    public async Task InitializeAsync() => _scene = await Scene.SetAsync(_host);

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public void Request_TheExampleOfTheSpecification_IsRead()
    {
        var request = LicenceRequest.Read(JsonDocument.Parse("""{ "kids": ["LwVHf8JLtPrv2GUXFW2v_A"], "type": "temporary" }""").RootElement);
        request.Type.ShouldBe("temporary");
        KeyId.Bytes(request.KeyIds.Single()).ShouldBe(Base64Url.DecodeFromChars("LwVHf8JLtPrv2GUXFW2v_A"));
    }

    [Fact]
    public async Task Answer_ForTheExampleOfTheSpecification_IsItsLicence()
    {
        KeyId.TryReadText("LwVHf8JLtPrv2GUXFW2v_A", out var id).ShouldBeTrue();
        var issue = Issue.Of([(id, KeyMaterial.Copy(Base64Url.DecodeFromChars("tQ0bJVWb6b0KPL6KtZIy_A")))], DateTimeOffset.UnixEpoch);
        var http = new DefaultHttpContext { Response = { Body = new MemoryStream() } };
        await new LicenceAnswer(issue, "temporary").ExecuteAsync(http);
        System.Text.Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray()).ShouldBe(
            """{"keys":[{"kty":"oct","k":"tQ0bJVWb6b0KPL6KtZIy_A","kid":"LwVHf8JLtPrv2GUXFW2v_A"}],"type":"temporary"}""");
        http.Response.Headers[LicenceAnswer.Expires].ToString().ShouldBe("1970-01-01T00:00:00Z");
        Should.Throw<ObjectDisposedException>(() => issue.Keys[0].Key.AsMemory());
    }

    [Fact]
    public async Task License_AllKeysOfAPlayback_GivesThePackagersKeys()
    {
        var token = await _scene.AuthoriseAsync();
        using var response = await _scene.LicenseAsync(token, [.. Scene.AllTiers.Select(_scene.Kid)]);
        var licence = await response.ShouldBeAsync(200);
        licence.GetProperty("type").GetString().ShouldBe("temporary");
        licence.GetProperty("keys").EnumerateArray().ToDictionary(k => k.GetProperty("kid").GetString()!, k => k.GetProperty("k").GetString()!)
            .ShouldBe(_scene.Provided.Keys.ToDictionary(k => Scene.Text(k.KeyId), k => Scene.Text(k.Key)), ignoreOrder: true);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        response.Content.Headers.ContentType!.ToString().ShouldBe("application/json");
        response.Headers.GetValues("Licence-Expires").Single().ShouldBe("2030-01-01T16:00:00Z");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("application/json")]
    [InlineData("application/octet-stream")]
    [InlineData("text/plain;charset=UTF-8")]
    public async Task License_WhateverTheContentType_IsGiven(string? type)
    {
        var body = $$"""{"kids":["{{_scene.Kid("sd")}}"],"type":"temporary"}""";
        using var response = await _scene.PostAsync(await _scene.AuthoriseAsync(), body, type);
        await response.ShouldBeAsync(200);
    }

    [Fact]
    public async Task License_TokenInItsOwnHeader_GoesBeforeTheUsersToken()
    {
        using var client = _host.CreateClient();
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {_host.Tokens.User()}");
        client.DefaultRequestHeaders.Add("Playback-Token", await _scene.AuthoriseAsync());
        using var response = await client.PostAsJsonAsync("/drm/clearkey", new { kids = new[] { _scene.Kid("sd") }, type = "temporary" });
        await response.ShouldBeAsync(200);
    }

    [Fact]
    public async Task License_ForOffline_IsKeptOnlyWhenThePlaybackMay()
    {
        var offline = await _scene.AuthoriseAsync(p => p.Offline = true);
        using var response = await _scene.LicenseAsync(offline, "persistent-license", [_scene.Kid("hd")]);
        (await response.ShouldBeAsync(200)).GetProperty("type").GetString().ShouldBe("persistent-license");
        await _scene.LicenseAsync(await _scene.AuthoriseAsync(), "persistent-license", [_scene.Kid("hd")]).ShouldBeRefusedAsync(403, "offline");
    }

    [Fact]
    public async Task License_QualityThatIsNotIncluded_IsRefusedAloneAndLeftOutAmongOthers()
    {
        var token = await _scene.AuthoriseAsync(p => { p.Tiers.Clear(); p.Tiers.Add(["sd", "audio"]); });
        await _scene.LicenseAsync(token, _scene.Kid("uhd")).ShouldBeRefusedAsync(403, "tier");
        using var response = await _scene.LicenseAsync(token, _scene.Kid("uhd"), _scene.Kid("sd"));
        (await response.ShouldBeAsync(200)).GetProperty("keys").EnumerateArray().Single().GetProperty("kid").GetString().ShouldBe(_scene.Kid("sd"));
    }

    [Fact]
    public async Task License_KeyOfAnotherAsset_RefusesAll()
    {
        var other = await Scene.SetAsync(_host, "sd");
        await _scene.LicenseAsync(await _scene.AuthoriseAsync(), _scene.Kid("sd"), other.Kid("sd")).ShouldBeRefusedAsync(403, "other-asset");
    }

    [Fact]
    public async Task License_UnknownKey_RefusesAll() =>
        await _scene.LicenseAsync(await _scene.AuthoriseAsync(), _scene.Kid("sd"), KeyId.Text(Guid.NewGuid())).ShouldBeRefusedAsync(404, "unknown-key");

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"kids":"LwVHf8JLtPrv2GUXFW2v_A"}""")]
    [InlineData("""{"kids":[]}""")]
    [InlineData("""{"kids":[7]}""")]
    [InlineData("""{"kids":["LwVHf8JLtPrv2GUXFW2v_A=="]}""")]
    [InlineData("""{"kids":["LwVHf8JLtPrv2GUXFW2v/A"]}""")]
    [InlineData("""{"kids":["LwVHf8JLtPrv2GUXFW2v"]}""")]
    [InlineData("""{"kids":["LwVHf8JLtPrv2GUXFW2v_A"],"type":"persistent-usage-record"}""")]
    [InlineData("""{"kids":["LwVHf8JLtPrv2GUXFW2v_A"],"kids":[]}""")]
    public async Task License_OfWhatCannotBeMeant_Is400(string body)
    {
        using var response = await _scene.PostAsync(await _scene.AuthoriseAsync(), body);
        (await response.ShouldBeAsync(400)).GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task License_TooManyKeysOrTooLong_IsRefused()
    {
        var token = await _scene.AuthoriseAsync();
        using var many = await _scene.LicenseAsync(token, [.. Enumerable.Range(0, 33).Select(_ => KeyId.Text(Guid.NewGuid()))]);
        await many.ShouldBeAsync(400);
        using var large = await _scene.PostAsync(token, new string(' ', 5000));
        await large.ShouldBeAsync(413);
    }

    [Fact]
    public async Task License_MoreThanAPlaybackCanNeed_IsRefused()
    {
        await using var host = new DrmHost { Database = _host.Database, Settings = { ["Drm:LicencesPerPlayback"] = "3" } };
        var scene = _scene with { Host = host };
        var token = await scene.AuthoriseAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => scene.LicenseAsync(token, scene.Kid("sd"))));
        answers.Count(a => a.IsSuccessStatusCode).ShouldBe(3);
        await scene.LicenseAsync(token, scene.Kid("sd")).ShouldBeRefusedAsync(429, "exhausted");
    }

    [Fact]
    public async Task Key_ForPlayersWithoutEme_IsSixteenBytesUnderTheSameTerms()
    {
        var (token, kid) = (await _scene.AuthoriseAsync(p => { p.Tiers.Clear(); p.Tiers.Add("sd"); }), Convert.ToHexStringLower(_scene.Key("sd").KeyId.Span));
        using var client = _host.CreateClient();
        (await KeyAsync(client, kid)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        client.DefaultRequestHeaders.Add("Playback-Token", token);
        using var response = await KeyAsync(client, kid);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(_scene.Key("sd").Key.ToByteArray());
        (response.Content.Headers.ContentType!.ToString(), response.Headers.CacheControl!.NoStore).ShouldBe(("application/octet-stream", true));
        await KeyAsync(client, Convert.ToHexStringLower(_scene.Key("hd").KeyId.Span)).ShouldBeRefusedAsync(403, "tier");
        await KeyAsync(client, "nonsense").ShouldBeRefusedAsync(404, "unknown-key");
    }

    [Fact]
    public async Task Log_OfAPlayback_TellsWhatWasGivenAndWhatNot()
    {
        var request = _scene.Playback(p => { p.Tiers.Clear(); p.Tiers.Add("sd"); });
        var token = (await _host.PlaybackContext.AuthoriseAsync(request)).Token;
        await _scene.LicenseAsync(token, _scene.Kid("sd"), _scene.Kid("hd"));
        await _scene.LicenseAsync(token, _scene.Kid("uhd"));
        using var support = _host.Admin("support");
        var log = (await (await support.GetAsync($"/drm/licences?playbackId={request.PlaybackId}")).ShouldBeAsync(200)).GetProperty("items").EnumerateArray().ToArray();
        log.Select(l => l.GetProperty("refusal").GetString()).ShouldBe(["tier", null], ignoreOrder: true);
        var given = log.Single(l => l.GetProperty("refusal").ValueKind == JsonValueKind.Null);
        given.GetProperty("tiers").EnumerateArray().Select(t => t.GetString()).ShouldBe(["sd"]);
        (given.GetProperty("accountId").GetString(), given.GetProperty("keyIds").GetArrayLength()).ShouldBe((request.AccountId, 2));
        using var editor = _host.Admin("editor");
        (await editor.GetAsync("/drm/licences")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Erasure_OfAnAccount_EndsItsPlaybacksAndLeavesNoName()
    {
        var request = _scene.Playback();
        var token = (await _host.PlaybackContext.AuthoriseAsync(request)).Token;
        await _scene.LicenseAsync(token, _scene.Kid("sd"));
        using var saga = new HttpClient(_host.Server.CreateHandler()) { BaseAddress = _host.Server.BaseAddress };
        saga.DefaultRequestHeaders.Add("Streamix-Service-Token", _host.Tokens.Service("users-account"));
        var address = $"/internal/personal-data/{request.AccountId}";
        var export = await (await saga.GetAsync(address)).ShouldBeAsync(200);
        export.GetProperty("licences").GetProperty("licences").GetArrayLength().ShouldBe(1);
        await (await saga.DeleteAsync(address)).ShouldBeAsync(200);
        var account = Guid.Parse(request.AccountId);
        (await _host.QueryAsync(db => db.Licences.AnyAsync(l => l.AccountId == account))).ShouldBeFalse();
        await _scene.LicenseAsync(token, _scene.Kid("sd")).ShouldBeRefusedAsync(403, "withdrawn");
    }

    private static Task<HttpResponseMessage> KeyAsync(HttpClient client, string kid) => client.GetAsync($"/drm/keys/{kid}");
}
