using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class SpoofTests
{
    [Theory]
    [InlineData("X-User-Id")]
    [InlineData("x-user-roles")]
    [InlineData("X-Account-Id")]
    [InlineData("X-Profile-Id")]
    [InlineData("X-Streamix-Caller")]
    [InlineData("Streamix-Service-Token")]
    [InlineData("Streamix-Country")]
    [InlineData("Forwarded")]
    [InlineData("X-Real-IP")]
    [InlineData("X-Forwarded-Port")]
    [InlineData("X-Original-URL")]
    [InlineData("X-Rewrite-URL")]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("True-Client-IP")]
    [InlineData("X-Internal-Call")]
    public async Task Header_OfThePlatform_IsDropped(string name)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", $"{name}: forged", "X-Harmless: kept");
        backend.Last.Headers.ShouldNotContainKey(name);
        backend.Last.Headers["X-Harmless"].ShouldBe("kept");
    }

    [Fact]
    public async Task Forwarded_FromAStranger_IsReplacedByTheTruth()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example");
        backend.Last.Headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        backend.Last.Headers["X-Forwarded-Proto"].ShouldBe("http");
        backend.Last.Headers["X-Forwarded-Host"].ShouldBe(gateway.Address.Authority);
    }

    /// <summary>What the host makes of ASPNETCORE_FORWARDEDHEADERS_ENABLED=true, which a published project is given.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.0/8")]
    public async Task Forwarded_FromAStranger_IsReplacedByTheTruthAlsoWhereTheHostWouldBelieve(string? trusted)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address)
            .With("ForwardedHeaders_Enabled", "true").With("Gateway:Edge:TrustedProxies:0", trusted));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example");
        backend.Last.Headers["X-Forwarded-For"].ShouldBe("127.0.0.1");
        backend.Last.Headers["X-Forwarded-Proto"].ShouldBe("http");
        backend.Last.Headers["X-Forwarded-Host"].ShouldBe(gateway.Address.Authority);
    }

    [Theory]
    [InlineData("127.0.0.1/32", "203.0.113.9", null)]
    [InlineData("127.0.0.0/8, 203.0.113.0/24", "198.51.100.1", null)]
    [InlineData("127.0.0.0/8, 203.0.113.0/24", "198.51.100.1", "true")]
    public async Task Forwarded_FromTrustedProxies_IsBelievedUpToTheFirstStranger(string trusted, string client, string? byTheHost)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address)
            .With("Gateway:Edge:TrustedProxies:0", trusted).With("ForwardedHeaders_Enabled", byTheHost));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1",
            "X-Forwarded-For: 192.0.2.66, 198.51.100.1, 203.0.113.9", "X-Forwarded-Proto: https", "X-Forwarded-Host: evil.example");
        backend.Last.Headers["X-Forwarded-For"].ShouldBe(client);
        backend.Last.Headers["X-Forwarded-Proto"].ShouldBe("https");
        backend.Last.Headers["X-Forwarded-Host"].ShouldBe(gateway.Address.Authority);
    }
}
