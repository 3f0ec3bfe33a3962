using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Tests.Orchestrator.Hosting;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class SteeringTests : IAsyncLifetime
{
    private const string Public = "/api/v1";
    private readonly OrchestratorHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.ReportAsync("streaming-edge-1");
        await _host.ReportAsync("streaming-edge-2");
        await _host.ReadAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Theory]
    [InlineData(true, "application/vnd.apple.steering-list")]
    [InlineData(false, "application/json")]
    public async Task Steering_OfAPlayback_NamesItsEdgesInTheOrderOfItsManifest(bool hls, string type)
    {
        var routed = await _host.Calls().RouteAsync(Orders.Route(_host));
        using var response = await GetAsync(hls ? routed.SteeringHls : routed.SteeringDash);
        var manifest = await response.ShouldBeAsync(200);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        manifest.EnumerateObject().Select(p => p.Name).ShouldBe(["VERSION", "TTL", "PATHWAY-PRIORITY"]);
        manifest.GetProperty("VERSION").GetInt32().ShouldBe(1);
        manifest.GetProperty("TTL").GetInt32().ShouldBe(10);
        Priority(manifest).ShouldBe(routed.Routes.Select(r => r.Edge));
    }

    [Fact]
    public async Task Steering_WhenTheFirstEdgeFails_PrefersTheOther()
    {
        var routed = await _host.Calls().RouteAsync(Orders.Route(_host));
        await _host.ReportAsync(routed.Routes[0].Edge, r => r with { State = EdgeStates.Failing });
        Priority(await (await GetAsync(routed.SteeringHls)).ShouldBeAsync(200)).ShouldBe([routed.Routes[1].Edge, routed.Routes[0].Edge]);
    }

    [Fact]
    public async Task Steering_OfARevokedPlayback_Is410()
    {
        var request = Orders.Route(_host);
        var routed = await _host.Calls().RouteAsync(request);
        await _host.Calls().RevokeAsync(new() { PlaybackId = request.PlaybackId });
        await (await GetAsync(routed.SteeringDash)).ShouldBeAsync(410);
    }

    [Fact]
    public async Task Steering_WithAnAddressThatIsNotOurs_Is404()
    {
        var routed = await _host.Calls().RouteAsync(Orders.Route(_host));
        await (await GetAsync(routed.SteeringHls[..^1] + (routed.SteeringHls[^1] == 'A' ? 'B' : 'A'))).ShouldBeAsync(404);
        await (await GetAsync($"{Public}/steering/hls/nonsense")).ShouldBeAsync(404);
        await (await GetAsync($"{Public}/steering/hls/{routed.Routes[0].Token}")).ShouldBeAsync(404);
        _host.Time.Advance(TimeSpan.FromHours(25));
        await (await GetAsync(routed.SteeringHls)).ShouldBeAsync(404);
    }

    private async Task<HttpResponseMessage> GetAsync(string address) => await _host.CreateClient().GetAsync(address[Public.Length..]);

    private static IEnumerable<string?> Priority(System.Text.Json.JsonElement manifest) => manifest.GetProperty("PATHWAY-PRIORITY").EnumerateArray().Select(p => p.GetString());
}
