using System.Net.WebSockets;
using Streamix.Infra.Tests.Gateway.Fixtures;

namespace Streamix.Infra.Tests.Gateway.Proxy;

public sealed class WebSocketTests : IAsyncLifetime
{
    private TestBackend _backend = null!;
    private GatewayHost _gateway = null!;

    public async Task InitializeAsync()
    {
        _backend = await TestBackend.StartAsync(Echo.AnswerAsync);
        _gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _backend.Address).Notes("""
            "timeout": "00:00:02"
            """));
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Socket_WithSession_CarriesMessagesBothWays()
    {
        using var socket = await Echo.ConnectAsync(_gateway, TokenIssuer.Shared.Issue());
        (await Echo.SayAsync(socket, "hello")).ShouldBe("hello");
        var large = new string('x', 60_000);
        (await Echo.SayAsync(socket, large)).ShouldBe(large);
        await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        socket.CloseStatusDescription.ShouldBe("bye");
    }

    [Fact]
    public async Task Socket_OutlivesTheRouteTimeout()
    {
        using var socket = await Echo.ConnectAsync(_gateway, TokenIssuer.Shared.Issue());
        var until = DateTime.UtcNow.AddSeconds(3);
        while (DateTime.UtcNow < until)
        {
            (await Echo.SayAsync(socket, "still here")).ShouldBe("still here");
        }
    }

    [Fact]
    public async Task Socket_WithoutSession_IsRefused()
    {
        (await Should.ThrowAsync<WebSocketException>(() => Echo.ConnectAsync(_gateway))).Message.ShouldContain("401");
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Socket_WithCookieFromAnotherSite_IsRefused()
    {
        var cookie = ("Cookie", "__Host-streamix-access=" + TokenIssuer.Shared.Issue());
        (await Should.ThrowAsync<WebSocketException>(() => Echo.ConnectAsync(_gateway, null, cookie, ("Origin", "https://evil.example")))).Message.ShouldContain("403");
        using var own = await Echo.ConnectAsync(_gateway, null, cookie, ("Origin", _gateway.Address.GetLeftPart(UriPartial.Authority)));
        (await Echo.SayAsync(own, "hello")).ShouldBe("hello");
    }
}
