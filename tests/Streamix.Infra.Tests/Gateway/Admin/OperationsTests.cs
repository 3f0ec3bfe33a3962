using System.Net;
using System.Text.Json;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Admin;

/// <summary>The way of operators to the services, and what the gateway tells them of all.</summary>
public sealed class OperationsTests : IAsyncLifetime
{
    private const string Letters = "/api/v1/operations/test-notes/dead-letters";
    private const string Audit = "/api/v1/operations/test-notes/audit";
    private TestBackend _notes = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        _notes = await TestBackend.StartAsync();
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _notes.Address).With("Gateway:Edge:AdminNetworks:0", "203.0.113.0/24").Routing("""
            { "cluster": "test", "services": { "notes": { "operations": [ "dead-letters", "audit" ] }, "words": {} } }
            """));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _notes.DisposeAsync();
    }

    [Theory]
    [InlineData("GET", Letters, "/operations/dead-letters")]
    [InlineData("POST", Letters + "/replay", "/operations/dead-letters/replay")]
    [InlineData("POST", Letters + "/7/discard", "/operations/dead-letters/7/discard")]
    [InlineData("GET", Audit, "/operations/audit")]
    public async Task Operation_ByAnAdministrator_ReachesTheService(string method, string path, string asked)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path + "?type=a&limit=5");
        (await _gateway.SignedIn("admin").SendAsync(request)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (_notes.Last.Method, _notes.Last.Path, _notes.Last.Query).ShouldBe((method, asked, "?type=a&limit=5"));
    }

    [Theory]
    [InlineData("GET", Letters)]
    [InlineData("POST", Letters + "/replay")]
    [InlineData("GET", Audit)]
    [InlineData("GET", "/api/v1/operations/services")]
    [InlineData("GET", "/api/v1/operations/topology")]
    public async Task Operation_ByOthers_IsRefusedAndReachesNothing(string method, string path)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var again = new HttpRequestMessage(new HttpMethod(method), path);
        await (await _gateway.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
        await (await _gateway.SignedIn("editor").SendAsync(again)).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        _notes.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Support_ReadsTheAuditAndNothingElse()
    {
        var support = _gateway.SignedIn("support");
        (await support.GetAsync(Audit)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await support.GetAsync("/api/v1/operations/services")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await (await support.GetAsync(Letters)).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        await (await support.GetAsync("/api/v1/operations/topology")).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
    }

    [Theory]
    [InlineData("DELETE", Letters + "/7", 405)]
    [InlineData("POST", Audit, 405)]
    [InlineData("GET", "/api/v1/operations/test-words/dead-letters", 404)]
    [InlineData("GET", "/api/v1/operations/test-notes/anything", 404)]
    [InlineData("GET", "/api/v1/operations/test-notes", 404)]
    [InlineData("GET", Audit + "/more", 404)]
    public async Task WhatIsNotOffered_IsNotThere(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        ((int)(await _gateway.SignedIn("admin").SendAsync(request)).StatusCode).ShouldBe(status);
        _notes.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Services_AreThoseThatOfferSomething()
    {
        var services = await (await _gateway.SignedIn("admin").GetAsync("/api/v1/operations/services")).JsonAsync();
        services.EnumerateArray().ShouldHaveSingleItem().GetProperty("service").GetString().ShouldBe("test-notes");
        services[0].GetProperty("offers").EnumerateArray().Select(o => o.GetString()).ShouldBe(["dead-letters", "audit"]);
    }

    [Fact]
    public async Task Topology_ShowsReplicasAndHealthWithoutTheirAddresses()
    {
        var answer = await _gateway.SignedIn("admin").GetAsync("/api/v1/operations/topology");
        var text = await answer.Content.ReadAsStringAsync();
        var services = JsonDocument.Parse(text).RootElement.EnumerateArray().ToDictionary(s => s.GetProperty("service").GetString()!);
        var version = services["test-notes"].GetProperty("versions")[0];
        (version.GetProperty("name").GetString(), version.GetProperty("breaker").GetString()).ShouldBe(("stable", "closed"));
        version.GetProperty("replicas")[0].GetProperty("healthy").GetBoolean().ShouldBeTrue();
        services["test-notes"].GetProperty("state").GetString().ShouldBe("up");
        text.ShouldNotContain("127.0.0.1");
        services.ShouldNotContainKey("test-words", "it has no address on this platform");
    }

    [Fact]
    public async Task Topology_ServiceThatIsGone_IsDown()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", "http://127.0.0.1:1").Notes("\"health\": { \"interval\": \"00:00:00.1\", \"failures\": 1 }"));
        var admin = gateway.SignedIn("admin");
        await Testing.Until.TrueAsync(async () =>
            (await (await admin.GetAsync("/api/v1/operations/topology")).JsonAsync())[0].GetProperty("state").GetString() == "down", "the probe has failed");
    }

    [Fact]
    public async Task Explain_AnOperation_NamesTheServicesOwnPath()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Notes("\"operations\": [ \"audit\" ]"));
        var found = await (await gateway.SignedIn("admin").GetAsync($"/api/v1/gateway/explain?path={Audit}")).JsonAsync();
        (found.GetProperty("servicePath").GetString(), found.GetProperty("access").GetString()).ShouldBe(("/operations/audit", "role:admin,support"));
    }
}
