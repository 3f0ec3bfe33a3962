using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Tests.Orchestrator.Hosting;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.Tests.Orchestrator;

public sealed class RouteTests : IAsyncLifetime
{
    private readonly OrchestratorHost _host = new();

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        await _host.ReportAsync("streaming-edge-1");
        await _host.ReportAsync("streaming-edge-2");
        await _host.ReadAsync();
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Route_WithTwoEdges_SignsOneTokenForBoth()
    {
        var request = Orders.Route(_host);
        var answer = await _host.Calls().RouteAsync(request);
        answer.Routes.Select(r => r.Edge).ShouldBe(["streaming-edge-1", "streaming-edge-2"], ignoreOrder: true);
        var token = answer.Routes[0].Token;
        answer.Routes.ShouldAllBe(r => r.Token == token && r.Base == $"http://{r.Edge}.test/t/{token}/{request.Prefix}" && r.ExpiresAt.Equals(request.ExpiresAt));
        Payload(token).ShouldBe($"v1;{PathKey.Of(OrchestratorHost.Secret).Id};{request.ExpiresAt.Seconds};{request.PlaybackId};{request.Prefix};r=240p,480p;");
        answer.SteeringHls.ShouldStartWith("/api/v1/steering/hls/");
        answer.SteeringDash.ShouldStartWith("/api/v1/steering/dash/");
        answer.Because.ShouldContain("region eu for NL");
    }

    [Fact]
    public async Task Route_AgainForARenewal_NamesTheSameEdgesInTheSameOrder()
    {
        var request = Orders.Route(_host);
        var first = await _host.Calls().RouteAsync(request);
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        request.ExpiresAt = _host.Time.GetUtcNow().AddMinutes(10).ToTimestamp();
        var renewed = await _host.Calls().RouteAsync(request);
        renewed.Routes.Select(r => r.Edge).ShouldBe(first.Routes.Select(r => r.Edge));
        renewed.Routes[0].Token.ShouldNotBe(first.Routes[0].Token);
    }

    [Fact]
    public async Task Route_BoundToTheViewersAddress_SaysSoInTheToken()
    {
        var answer = await _host.Calls().RouteAsync(Orders.Route(_host, r => r.BindAddress = true));
        Payload(answer.Routes[0].Token).ShouldEndWith(";4:c00002");
    }

    [Fact]
    public async Task Route_WhenAnEdgeIsSilent_LeavesItOut()
    {
        _host.Time.Advance(TimeSpan.FromSeconds(6));
        await _host.ReportAsync("streaming-edge-2");
        (await _host.Calls().RouteAsync(Orders.Route(_host))).Routes.Select(r => r.Edge).ShouldBe(["streaming-edge-2"]);
    }

    [Fact]
    public async Task Route_WhenAnEdgeDoesNotKnowTheKey_LeavesItOut()
    {
        await _host.ReportAsync("streaming-edge-1", r => r with { Keys = [PathKey.Of(OrchestratorHost.OlderSecret).Id] });
        var answer = await _host.Calls().RouteAsync(Orders.Route(_host));
        answer.Routes.Select(r => r.Edge).ShouldBe(["streaming-edge-2"]);
        answer.Because.ShouldContain("not streaming-edge-1: oldkeys");
    }

    [Fact]
    public async Task Route_WhenAnEdgeStops_LeavesItOutAtOnce()
    {
        await _host.ReportAsync("streaming-edge-1", r => r with { State = EdgeStates.Stopping });
        (await _host.Calls().RouteAsync(Orders.Route(_host))).Routes.Single().Edge.ShouldBe("streaming-edge-2");
    }

    [Fact]
    public async Task Route_FromAnotherReplica_IsTheSame()
    {
        await using var other = _host.Replica();
        await other.ReadAsync();
        var request = Orders.Route(_host);
        (await other.Calls().RouteAsync(request)).Routes.ShouldBe((await _host.Calls().RouteAsync(request)).Routes);
    }

    [Fact]
    public async Task Route_WithoutAnyEdge_IsUnavailable()
    {
        await using var empty = new OrchestratorHost();
        await empty.InitializeAsync();
        (await Should.ThrowAsync<RpcException>(async () => await empty.Calls().RouteAsync(Orders.Route(empty)))).StatusCode.ShouldBe(StatusCode.Unavailable);
    }

    [Fact]
    public async Task Route_ByCloudFront_EndsSoonerThanOrdered()
    {
        await using var host = await WithCloudFrontAsync();
        var request = Orders.Route(host, r => r.BindAddress = true);
        var route = (await host.Calls().RouteAsync(request)).Routes.Single();
        (route.Edge, route.Token).ShouldBe(("cloudfront-eu", ""));
        route.ExpiresAt.ToDateTimeOffset().ShouldBe(host.Time.GetUtcNow().AddMinutes(2));
        route.Query.ShouldStartWith("Policy=");
    }

    [Fact]
    public async Task Route_BoundToIPv6_LeavesCloudFrontOut()
    {
        await using var host = await WithCloudFrontAsync();
        var request = Orders.Route(host, r => (r.BindAddress, r.Address) = (true, "2001:db8::7"));
        (await Should.ThrowAsync<RpcException>(async () => await host.Calls().RouteAsync(request))).StatusCode.ShouldBe(StatusCode.Unavailable);
        await host.ReportAsync("streaming-edge-1");
        await host.ReadAsync();
        var answer = await host.Calls().RouteAsync(request);
        answer.Routes.Select(r => r.Edge).ShouldBe(["streaming-edge-1"]);
        answer.Because.ShouldContain("not cloudfront-eu: it cannot keep to the order");
        request.BindAddress = false;
        (await host.Calls().RouteAsync(request)).Routes.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Calls_OfAnotherService_AreRefused()
    {
        var calls = _host.Calls("media-transcoder");
        (await Should.ThrowAsync<RpcException>(async () => await calls.RouteAsync(Orders.Route(_host)))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
        (await Should.ThrowAsync<RpcException>(async () => await calls.RevokeAsync(new() { PlaybackId = Guid.NewGuid().ToString() }))).StatusCode.ShouldBe(StatusCode.PermissionDenied);
    }

    public static TheoryData<string> WrongFields => new() { "playback_id", "asset_id", "prefix", "renditions", "expires_at", "too_far", "address", "country" };

    [Theory]
    [MemberData(nameof(WrongFields))]
    public async Task Route_WithAWrongField_IsInvalid(string field)
    {
        var request = Orders.Route(_host, r => Spoil(r, field));
        (await Should.ThrowAsync<RpcException>(async () => await _host.Calls().RouteAsync(request))).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    private void Spoil(V1.RouteRequest request, string field)
    {
        var now = _host.Time.GetUtcNow();
        switch (field)
        {
            case "playback_id": request.PlaybackId = "x"; break;
            case "asset_id": request.AssetId = ""; break;
            case "prefix": request.Prefix = "a/../b/"; break;
            case "renditions": request.Renditions.Add("a;b"); break;
            case "expires_at": request.ExpiresAt = now.ToTimestamp(); break;
            case "too_far": request.ExpiresAt = now.AddDays(1).ToTimestamp(); break;
            case "address": (request.BindAddress, request.Address) = (true, "nowhere"); break;
            default: request.Country = "NLD"; break;
        }
    }

    /// <summary>With an edge of CloudFront and no other.</summary>
    private static async Task<OrchestratorHost> WithCloudFrontAsync()
    {
        using var rsa = RSA.Create(2048);
        var host = new OrchestratorHost
        {
            Settings = new(StringComparer.Ordinal) { ["Edges:CloudFront:KeyPairId"] = "K1", ["Edges:CloudFront:PrivateKey"] = rsa.ExportPkcs8PrivateKeyPem() },
        };
        await host.InitializeAsync();
        using var admin = host.Admin();
        var draft = new { name = "cloudfront-eu", address = "https://d1.cloudfront.net/", region = "eu", capacity = 10_000_000_000, cost = 4, weight = 1, state = "active" };
        await (await admin.PostAsJsonAsync("/edges", draft)).ShouldBeAsync(201);
        await host.ReadAsync();
        return host;
    }

    private static string Payload(string token) => Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token.Split('.')[0]));
}
