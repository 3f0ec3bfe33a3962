using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class HeaderTests
{
    [Fact]
    public async Task Answer_OfAService_CarriesSecurityHeadersOnce()
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.Headers.XContentTypeOptions = "nosniff";
            context.Response.Headers["X-Powered-By"] = "secret";
            context.Response.Headers.Server = "secret";
            return context.Response.WriteAsJsonAsync(new { });
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        var answer = await gateway.Client.GetAsync("/api/v1/notes/1");
        answer.Header("X-Content-Type-Options").ShouldBe("nosniff");
        answer.Header("Content-Security-Policy").ShouldStartWith("default-src 'none'");
        answer.Header("X-Frame-Options").ShouldBe("DENY");
        answer.Header("Referrer-Policy").ShouldNotBeEmpty();
        answer.Header("Permissions-Policy").ShouldNotBeEmpty();
        answer.Header("Server").ShouldBeEmpty();
        answer.Header("X-Powered-By").ShouldBeEmpty();
    }

    [Fact]
    public async Task Answer_OverTls_CarriesTransportSecurity()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).With("Gateway:Edge:TrustedProxies:0", "127.0.0.1/32"));
        (await gateway.Client.GetAsync("/api/v1/notes/1")).Header("Strict-Transport-Security").ShouldBeEmpty();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/1");
        request.Headers.Add("X-Forwarded-Proto", "https");
        (await gateway.Client.SendAsync(request)).Header("Strict-Transport-Security").ShouldStartWith("max-age=31536000");
    }

    [Fact]
    public async Task Page_WithItsOwnPolicy_KeepsIt()
    {
        await using var backend = await TestBackend.StartAsync(context =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self' cdn.example";
            return context.Response.WriteAsync("<p>");
        });
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-web", backend.Address)
            .Routing("""{ "cluster": "test", "services": { "web": { "paths": [ "/" ], "pages": true, "routes": [ { "access": "anonymous" } ] } } }"""));
        (await gateway.Client.GetAsync("/watch/1")).Header("Content-Security-Policy").ShouldBe("default-src 'self' cdn.example");
        backend.Last.Path.ShouldBe("/watch/1");
    }

    [Fact]
    public async Task Correlation_Uuid_IsKeptAndPassedOn()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        var id = Guid.NewGuid().ToString();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/1");
        request.Headers.Add("X-Correlation-Id", id);
        (await gateway.Client.SendAsync(request)).Header("X-Correlation-Id").ShouldBe(id);
        backend.Last.Headers["X-Correlation-Id"].ShouldBe(id);
    }

    [Fact]
    public async Task Trace_OfTheCaller_GoesOnAtTheService()
    {
        using var listener = new ActivityListener { ShouldListenTo = s => s.Name == "Microsoft.AspNetCore", Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData };
        ActivitySource.AddActivityListener(listener);
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", "traceparent: 00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
        backend.Last.Headers["traceparent"].ShouldStartWith("00-0af7651916cd43dd8448eb211c80319c-");
        backend.Last.Headers["traceparent"].ShouldNotContain("b7ad6b7169203331");
    }

    [Theory]
    [InlineData("not-a-uuid")]
    [InlineData("{0190a1b2-0000-7000-8000-000000000000}")]
    public async Task Correlation_AnythingElse_IsReplaced(string given)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/notes/1");
        request.Headers.TryAddWithoutValidation("X-Correlation-Id", given);
        var answered = (await gateway.Client.SendAsync(request)).Header("X-Correlation-Id");
        Guid.TryParseExact(answered, "D", out _).ShouldBeTrue();
        backend.Last.Headers["X-Correlation-Id"].ShouldBe(answered);
    }

    [Fact]
    public async Task Path_BehindTheGateway_HasNoPrefix()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        await gateway.Client.GetAsync("/api/v1/notes/caf%C3%A9%20x?a=1&b=%2F");
        backend.Last.Path.ShouldBe("/notes/café x");
        backend.Last.Query.ShouldBe("?a=1&b=%2F");
        backend.Last.Headers["X-Forwarded-Prefix"].ShouldBe("/api/v1");
    }

    [Fact]
    public async Task Method_NotRouted_Is405WithAllow()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Notes("""
            "routes": [ { "methods": [ "GET" ], "access": "anonymous" } ]
            """));
        var answer = await gateway.Client.DeleteAsync("/api/v1/notes/1");
        await answer.ShouldBeProblemAsync(HttpStatusCode.MethodNotAllowed);
        answer.Content.Headers.Allow.ShouldContain("GET");
    }
}
