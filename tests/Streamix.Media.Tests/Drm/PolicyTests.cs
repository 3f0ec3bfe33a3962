using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Drm.Keys;
using Streamix.Media.Drm.Licences;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class PolicyTests : IAsyncLifetime
{
    private readonly DrmHost _host = new();
    private HttpClient _admin = null!;
    private Scene _scene = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _admin = _host.Admin();
        _scene = await Scene.SetAsync(_host);
    }

    public async Task DisposeAsync()
    {
        _admin.Dispose();
        await _host.DisposeAsync();
    }

    [Fact]
    public async Task License_WherePoliciesSayMore_HoldsToThem()
    {
        await CreateAsync(new { tier = "uhd", lifetimeSeconds = 600, offlineSeconds = (int?)null, output = "hdcp-2.2" });
        var good = await _scene.AuthoriseAsync(p => (p.OutputProtection, p.Offline) = ("hdcp-2.2", true));
        using var licence = await _scene.LicenseAsync(good, _scene.Kid("uhd"));
        await licence.ShouldBeAsync(200);
        licence.Headers.GetValues(LicenceAnswer.Expires).Single().ShouldBe("2030-01-01T12:10:00Z");
        await _scene.LicenseAsync(good, "persistent-license", [_scene.Kid("uhd")]).ShouldBeRefusedAsync(403, "offline");
        await _scene.LicenseAsync(await _scene.AuthoriseAsync(p => p.OutputProtection = "hdcp-1"), _scene.Kid("uhd")).ShouldBeRefusedAsync(403, "output");
        using var rest = await _scene.LicenseAsync(await _scene.AuthoriseAsync(), [.. Scene.AllTiers.Select(_scene.Kid)]);
        (await rest.ShouldBeAsync(200)).GetProperty("keys").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task License_AssetsOwnPolicy_GoesBeforeThatOfTheTier()
    {
        await CreateAsync(new { tier = "sd", lifetimeSeconds = 600, offlineSeconds = 600, output = "hdcp-1" });
        await CreateAsync(new { tier = "sd", lifetimeSeconds = 60, offlineSeconds = 600, output = "none", assetId = _scene.Asset });
        using var licence = await _scene.LicenseAsync(await _scene.AuthoriseAsync(), _scene.Kid("sd"));
        await licence.ShouldBeAsync(200);
        licence.Headers.GetValues(LicenceAnswer.Expires).Single().ShouldBe("2030-01-01T12:01:00Z");
        var other = await Scene.SetAsync(_host, "sd");
        await other.LicenseAsync(await other.AuthoriseAsync(), other.Kid("sd")).ShouldBeRefusedAsync(403, "output");
    }

    [Fact]
    public async Task Policy_ItsWholeLife_IsAudited()
    {
        var (id, tag) = await CreateAsync(new { tier = "hd", lifetimeSeconds = 600, offlineSeconds = 600, output = "none" });
        using var changed = await PutAsync(id, tag, new { lifetimeSeconds = 1200, offlineSeconds = (int?)null, output = "hdcp-1" });
        (await changed.ShouldBeAsync(200)).GetProperty("output").GetString().ShouldBe("hdcp-1");
        (await PutAsync(id, tag, new { lifetimeSeconds = 1, offlineSeconds = 600, output = "none" })).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await PutAsync(id, tag, new { lifetimeSeconds = 600, offlineSeconds = 600, output = "none" })).StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        (await _admin.DeleteAsync($"/drm/policies/{id}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await _admin.GetAsync($"/drm/policies/{id}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var subject = $"licence-policy:{id}";
        (await _host.QueryAsync(db => db.Database.SqlQuery<string>($"SELECT convert_from(body, 'UTF8')::jsonb->>'action' AS \"Value\" FROM outbox WHERE subject = {subject} ORDER BY position").ToListAsync()))
            .ShouldBe(["licence-policy.created", "licence-policy.changed", "licence-policy.removed"]);
    }

    [Fact]
    public async Task Create_ASecondOneForTheSame_Is409()
    {
        foreach (var asset in (Guid?[])[null, _scene.Asset])
        {
            var draft = new { tier = "audio", lifetimeSeconds = 600, offlineSeconds = 600, output = "none", assetId = asset };
            await CreateAsync(draft);
            await (await _admin.PostAsJsonAsync("/drm/policies", draft)).ShouldBeAsync(409);
        }

        var list = await (await _admin.GetAsync($"/drm/policies?assetId={_scene.Asset}&tier=audio")).ShouldBeAsync(200);
        list.GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Create_RepeatedWithItsKey_GivesTheFirstAnswer()
    {
        using var admin = _host.Admin();
        admin.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        var draft = new { tier = "sd", lifetimeSeconds = 600, offlineSeconds = 600, output = "none" };
        var (first, again) = (await (await admin.PostAsJsonAsync("/drm/policies", draft)).ShouldBeAsync(201), await (await admin.PostAsJsonAsync("/drm/policies", draft)).ShouldBeAsync(201));
        again.ToString().ShouldBe(first.ToString());
    }

    [Theory]
    [InlineData("""{"tier":"8k","lifetimeSeconds":600,"offlineSeconds":null,"output":"none"}""", "tier")]
    [InlineData("""{"tier":"sd","lifetimeSeconds":0,"offlineSeconds":null,"output":"none"}""", "lifetimeSeconds")]
    [InlineData("""{"tier":"sd","lifetimeSeconds":600,"offlineSeconds":5,"output":"none"}""", "offlineSeconds")]
    [InlineData("""{"tier":"sd","lifetimeSeconds":600,"offlineSeconds":null,"output":""}""", "output")]
    public async Task Create_WithWrongTerms_Is422(string body, string field)
    {
        using var content = new StringContent(body, new MediaTypeHeaderValue("application/json"));
        var problem = await (await _admin.PostAsync("/drm/policies", content)).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe([field]);
    }

    [Fact]
    public async Task Policies_ForAnybodyButAdmins_AreClosed()
    {
        using var editor = _host.Admin("editor");
        (await editor.GetAsync("/drm/policies")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await _host.CreateClient().GetAsync("/drm/policies")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private async Task<(Guid Id, string Tag)> CreateAsync(object draft)
    {
        using var created = await _admin.PostAsJsonAsync("/drm/policies", draft);
        var id = (await created.ShouldBeAsync(201)).GetProperty("id").GetGuid();
        using var read = await _admin.GetAsync(created.Headers.Location);
        return (id, read.Headers.ETag!.Tag);
    }

    private async Task<HttpResponseMessage> PutAsync(Guid id, string tag, object terms)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/drm/policies/{id}") { Content = JsonContent.Create(terms) };
        request.Headers.TryAddWithoutValidation("If-Match", tag);
        return await _admin.SendAsync(request);
    }
}
