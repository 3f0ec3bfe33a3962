using System.Net;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Edge;

public sealed class OriginTests : IAsyncLifetime
{
    private TestBackend _backend = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        _backend = await TestBackend.StartAsync();
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _backend.Address).With("Gateway:Edge:Origins:0", "https://app.streamix.example"));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "https://app.streamix.example.evil.example")]
    [InlineData("Referer", "https://evil.example/page")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("X-Nothing", "at all")]
    public async Task Write_WithCookieFromElsewhere_Is403(string name, string value)
    {
        await (await SendAsync(HttpMethod.Post, (name, value))).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
        _backend.Requests.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Origin", "https://app.streamix.example")]
    [InlineData("Referer", "https://app.streamix.example/page?x")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    public async Task Write_WithCookieFromOurPages_Passes(string name, string value) =>
        (await SendAsync(HttpMethod.Post, (name, value))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Write_FromTheOwnHost_Passes() =>
        (await SendAsync(HttpMethod.Delete, ("Origin", _gateway.Address.GetLeftPart(UriPartial.Authority)))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Write_AllowedOriginSaysCrossSite_Passes() =>
        (await SendAsync(HttpMethod.Post, ("Origin", "https://app.streamix.example"), ("Sec-Fetch-Site", "cross-site"))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Read_WithCookieFromElsewhere_Passes() =>
        (await SendAsync(HttpMethod.Get, ("Origin", "https://evil.example"))).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Write_WithBearer_NeedsNoOrigin() =>
        (await _gateway.SignedIn().PostAsync("/api/v1/notes", null)).StatusCode.ShouldBe(HttpStatusCode.OK);

    [Fact]
    public async Task Write_WithOnlyTheRefreshCookie_IsCheckedToo()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/notes");
        request.Headers.Add("Cookie", "__Secure-streamix-refresh=abc");
        request.Headers.Add("Origin", "https://evil.example");
        await (await _gateway.Client.SendAsync(request)).ShouldBeProblemAsync(HttpStatusCode.Forbidden);
    }

    private Task<HttpResponseMessage> SendAsync(HttpMethod method, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, "/api/v1/notes");
        request.Headers.Add("Cookie", "theme=dark; __Host-streamix-access=" + TokenIssuer.Shared.Issue());
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        return _gateway.Client.SendAsync(request);
    }
}
