using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Edge;

/// <summary>Here 127.0.0.1 stands for the last proxy, and 203.0.113.0/24 for the edges before it that tell countries.</summary>
public sealed class CountryTests
{
    private const string Told = "CloudFront-Viewer-Country: NL";

    [Theory]
    [InlineData("NL", "NL")]
    [InlineData("nl", "NL")]
    [InlineData("NLD", null)]
    [InlineData("N1", null)]
    [InlineData("NL, DE", null)]
    [InlineData("", null)]
    public async Task Country_FromAnEdgeItself_IsPassedOnWhenItIsOne(string told, string? country) =>
        (await HeardAsync("127.0.0.0/8", "127.0.0.0/8", $"CloudFront-Viewer-Country: {told}")).ShouldBe(country);

    [Theory]
    [InlineData("198.51.100.1, 203.0.113.9", "NL")]
    [InlineData("198.51.100.1, 203.0.113.9, 203.0.113.10", "NL")]
    [InlineData("203.0.113.9, 198.51.100.1", null)]
    [InlineData("203.0.113.9, nonsense", null)]
    [InlineData("198.51.100.1", null)]
    public async Task Country_ThroughALoadBalancer_IsBelievedOfTheEdgeBeforeItAlone(string forwarded, string? country) =>
        (await HeardAsync("127.0.0.0/8, 203.0.113.0/24", "203.0.113.0/24", Told, $"X-Forwarded-For: {forwarded}")).ShouldBe(country);

    [Theory]
    [InlineData(null, null)]
    [InlineData("127.0.0.0/8", null)]
    [InlineData(null, "127.0.0.0/8")]
    [InlineData("10.0.0.0/8", "10.0.0.0/8")]
    public async Task Country_FromAStranger_IsUnknown(string? trusted, string? tellers) =>
        (await HeardAsync(trusted, tellers, Told)).ShouldBeNull();

    [Fact]
    public async Task Country_ToldTwice_IsUnknown() =>
        (await HeardAsync("127.0.0.0/8", "127.0.0.0/8", Told, "CloudFront-Viewer-Country: DE")).ShouldBeNull();

    [Fact]
    public async Task Country_TheViewersOwnWord_GivesWayToTheEdges() =>
        (await HeardAsync("127.0.0.0/8", "127.0.0.0/8", $"{ViewerCountry.Header}: DE", Told)).ShouldBe("NL");

    [Fact]
    public async Task Country_OfAnotherEdge_ComesInItsOwnHeader()
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address)
            .With("Gateway:Edge:TrustedProxies:0", "127.0.0.0/8").With("Gateway:Edge:CountryProxies:0", "127.0.0.0/8").With("Gateway:Edge:CountryHeader", "CF-IPCountry"));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", Told, "CF-IPCountry: SE");
        backend.Last.Headers[ViewerCountry.Header].ShouldBe("SE");
    }

    private static async Task<string?> HeardAsync(string? trusted, string? tellers, params string[] headers)
    {
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address)
            .With("Gateway:Edge:TrustedProxies:0", trusted).With("Gateway:Edge:CountryProxies:0", tellers));
        await Wire.GetAsync(gateway.Address, "/api/v1/notes/1", headers);
        return backend.Last.Headers.GetValueOrDefault(ViewerCountry.Header);
    }
}
