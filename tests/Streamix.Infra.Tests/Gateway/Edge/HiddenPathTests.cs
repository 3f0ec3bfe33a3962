using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class HiddenPathTests
{
    [Theory]
    [InlineData("/api/v1/notes/../../internal/x")]
    [InlineData("/api/v1/notes/%2e%2e/internal/x")]
    [InlineData("/api/v1/notes/..%2f..%2finternal/x")]
    [InlineData("/api/v1/notes//internal/x")]
    [InlineData("/api/v1/notes/Internal/x")]
    [InlineData("/api/v1/notes/%49nternal/x")]
    [InlineData("/API/V1/NOTES/INTERNAL/x")]
    [InlineData("/internal/x")]
    [InlineData("/metrics/")]
    [InlineData("/health/../metrics")]
    [InlineData("/openapi/v1.json")]
    public async Task Request_Hidden_IsNotFoundAndReachesNobody(string target)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Serves("test-web", backend.Address).Routing("""
            { "cluster": "test", "services": { "notes": { "routes": [ { "access": "anonymous" } ] }, "web": { "paths": [ "/" ], "pages": true, "routes": [ { "access": "anonymous" } ] } } }
            """));
        var answer = await Wire.GetAsync(gateway.Address, target);
        answer.Status().ShouldBe(404);
        answer.ShouldContain("application/problem+json");
        backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Request_OwnHealth_IsForNeighboursOnly()
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.With("Gateway:Edge:TrustedProxies:0", "127.0.0.1/32"));
        (await Wire.GetAsync(gateway.Address, "/alive")).Status().ShouldBe(200);
        (await Wire.GetAsync(gateway.Address, "/alive", "X-Forwarded-For: 203.0.113.9")).Status().ShouldBe(404);
        (await Wire.GetAsync(gateway.Address, "/metrics", "X-Forwarded-For: 203.0.113.9")).Status().ShouldBe(404);
    }
}
