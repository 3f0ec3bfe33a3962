using System.Net;
using System.Text.Json;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Admin;

public sealed class ExplainTests : IAsyncLifetime
{
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync() => _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", "http://127.0.0.1:5001").Routing("""
        { "cluster": "test",
          "services": { "notes": { "timeout": "00:00:07", "versions": [ { "weight": 95 }, { "name": "canary", "resource": "test-notes-next", "weight": 5 } ],
            "routes": [ {}, { "path": "/{id}", "methods": [ "PUT" ], "access": "role:editor", "maxBodyBytes": 99, "consumes": [ "application/json" ] } ] } },
          "views": { "all": { "parts": { "a": { "resource": "test-notes", "path": "/notes" } } } } }
        """));

    public Task DisposeAsync() => _gateway.DisposeAsync().AsTask();

    [Fact]
    public async Task Explain_ARead_NamesItsRouteAndPolicies()
    {
        var found = await ExplainAsync("GET", "/api/v1/notes/7?x=1");
        found.GetProperty("meets").GetString().ShouldBe("route");
        found.GetProperty("route").GetString().ShouldBe("test-notes:0:0");
        found.GetProperty("access").GetString().ShouldBe("session");
        found.GetProperty("servicePath").GetString().ShouldBe("/notes/7");
        found.GetProperty("timeout").GetString().ShouldBe("00:00:07");
        var versions = found.GetProperty("service").GetProperty("versions");
        versions.GetArrayLength().ShouldBe(2);
        versions[0].GetProperty("weight").GetInt32().ShouldBe(95);
        versions[0].GetProperty("destinations")[0].GetProperty("address").GetString().ShouldBe("http://127.0.0.1:5001");
    }

    [Fact]
    public async Task Explain_AWrite_MeetsItsOwnRoute()
    {
        var found = await ExplainAsync("PUT", "/api/v1/notes/7");
        found.GetProperty("route").GetString().ShouldBe("test-notes:0:1");
        found.GetProperty("access").GetString().ShouldBe("role:editor");
        found.GetProperty("maxBodyBytes").GetInt64().ShouldBe(99);
        found.GetProperty("originChecked").GetBoolean().ShouldBeTrue();
        found.GetProperty("retries").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("/api/v1/views/all", "view")]
    [InlineData("/api/v1/gateway/routes", "gateway")]
    [InlineData("/api/v1/notes/../internal", "hidden")]
    [InlineData("/internal/x", "hidden")]
    [InlineData("/api/v1/unknown", "nothing")]
    public async Task Explain_OtherPaths_SayWhatTheyMeet(string path, string meets) =>
        (await ExplainAsync("GET", path)).GetProperty("meets").GetString().ShouldBe(meets);

    [Fact]
    public async Task Explain_NoPath_Is422OrSo() =>
        ((int)(await _gateway.SignedIn("admin").GetAsync("/api/v1/gateway/explain?path=x")).StatusCode).ShouldBe(422);

    [Fact]
    public async Task Explain_IsForAdminsOnly()
    {
        await (await _gateway.Client.GetAsync("/api/v1/gateway/explain?path=/x")).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await _gateway.SignedIn("editor").GetAsync("/api/v1/gateway/explain?path=/x")).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Lists_ShowRoutesAndDestinations()
    {
        var admin = _gateway.SignedIn("admin");
        var routes = await (await admin.GetAsync("/api/v1/gateway/routes")).JsonAsync();
        routes.GetProperty("routes").GetArrayLength().ShouldBe(2);
        routes.GetProperty("views")[0].GetString().ShouldBe("/api/v1/views/all");
        var services = await (await admin.GetAsync("/api/v1/gateway/destinations")).JsonAsync();
        services[0].GetProperty("id").GetString().ShouldBe("test-notes");
        services[0].GetProperty("versions")[0].GetProperty("breaker").GetString().ShouldBe("closed");
    }

    [Fact]
    public async Task Networks_Configured_KeepOthersOut()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.With("Gateway:Edge:AdminNetworks:0", "203.0.113.0/24"));
        await (await gateway.SignedIn("admin").GetAsync("/api/v1/gateway/routes")).ShouldBeProblemAsync(HttpStatusCode.NotFound);
    }

    private async Task<JsonElement> ExplainAsync(string method, string path)
    {
        var answer = await _gateway.SignedIn("admin").GetAsync($"/api/v1/gateway/explain?method={method}&path={Uri.EscapeDataString(path)}");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.JsonAsync();
    }
}
