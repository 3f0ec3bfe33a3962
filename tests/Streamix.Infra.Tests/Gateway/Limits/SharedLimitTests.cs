using System.Net;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Limits;

public sealed class SharedLimitTests
{
    [Fact]
    public async Task Limit_OfAUser_IsOneForTwoGateways()
    {
        await using var pair = await PairAsync("User", 30);
        var token = TokenIssuer.Shared.Issue();
        var statuses = await pair.CallAsync(g => g.ClientOf(token), 100);
        statuses.Count(s => s == HttpStatusCode.OK).ShouldBe(30);
        statuses.Count(s => s == HttpStatusCode.TooManyRequests).ShouldBe(70);
    }

    [Fact]
    public async Task Limit_OfAUser_LeavesOthersAlone()
    {
        await using var pair = await PairAsync("User", 5);
        await pair.CallAsync(g => g.ClientOf(TokenIssuer.Shared.Issue()), 1);
        var greedy = TokenIssuer.Shared.Issue();
        await pair.CallAsync(g => g.ClientOf(greedy), 20);
        (await pair.One.SignedIn().GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Limit_OfAnAddress_IsOneForTwoGateways()
    {
        await using var pair = await PairAsync("Address", 30);
        var statuses = await pair.CallAsync(g => g.SignedIn(), 100);
        statuses.Count(s => s == HttpStatusCode.OK).ShouldBe(30);
    }

    [Fact]
    public async Task Limit_Large_IsNeverExceeded()
    {
        await using var pair = await PairAsync("User", 400);
        var token = TokenIssuer.Shared.Issue();
        var statuses = await pair.CallAsync(g => g.ClientOf(token), 900);
        statuses.Count(s => s == HttpStatusCode.OK).ShouldBeInRange(400 - 2 * 20, 400);
    }

    [Fact]
    public async Task Refusal_SaysWhenToComeBack()
    {
        await using var pair = await PairAsync("User", 2);
        var client = pair.One.SignedIn();
        var first = await client.GetAsync("/api/v1/notes/1");
        first.Header("RateLimit-Policy").ShouldBe("\"user\";q=2;w=3600");
        first.Header("RateLimit").ShouldStartWith("\"user\";r=1;t=");
        await client.GetAsync("/api/v1/notes/1");
        var refused = await client.GetAsync("/api/v1/notes/1");
        await refused.ShouldBeProblemAsync(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1700, 1800);
        refused.Header("RateLimit").ShouldStartWith("\"user\";r=0;t=");
    }

    [Fact]
    public async Task Classes_CountApart()
    {
        await using var pair = await PairAsync("User", 1);
        var token = TokenIssuer.Shared.Issue();
        await pair.CallAsync(g => g.ClientOf(token), 4);
        (await pair.One.ClientOf(token).GetAsync("/api/v1/notes/other")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Change_BadLimit_KeepsTheLastGood()
    {
        await using var pair = await PairAsync("User", 2);
        pair.One.Settings.Change("Gateway:Limits:Classes:default:User:Permits", "0");
        (await pair.One.SignedIn().GetAsync("/api/v1/notes/1")).Header("RateLimit-Policy").ShouldBe("\"user\";q=2;w=3600");
        pair.One.Settings.Change("Gateway:Limits:Classes:default:User:Permits", "7");
        (await pair.One.SignedIn().GetAsync("/api/v1/notes/1")).Header("RateLimit-Policy").ShouldBe("\"user\";q=7;w=3600");
    }

    [Fact]
    public async Task Redis_Down_LimitsHoldPerReplica()
    {
        var redis = await RedisServer.StartAsync();
        await using var pair = await PairAsync("User", 10, redis);
        await pair.CallAsync(g => g.SignedIn(), 2);
        await redis.DisposeAsync();
        var token = TokenIssuer.Shared.Issue();

        var statuses = await pair.CallAsync(g => g.ClientOf(token), 60);

        statuses.ShouldAllBe(s => s == HttpStatusCode.OK || s == HttpStatusCode.TooManyRequests);
        statuses.Count(s => s == HttpStatusCode.OK).ShouldBe(20);
    }

    [Fact]
    public async Task Redis_Restarted_LimitsAreSharedAgain()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var pair = await PairAsync("User", 6, redis);
        await pair.CallAsync(g => g.SignedIn(), 2);
        await redis.KillAndRestartAsync();

        await Until.TrueAsync(
            async () =>
            {
                var token = TokenIssuer.Shared.Issue();
                return (await pair.CallAsync(g => g.ClientOf(token), 30)).Count(s => s == HttpStatusCode.OK) == 6;
            },
            "both gateways count together again");
    }

    /// <summary>On a Redis that stays, a busy machine is no reason to count apart.</summary>
    private static async Task<GatewayPair> PairAsync(string kind, int permits, RedisServer? redis = null)
    {
        var patience = redis is null ? "00:00:20" : null;
        redis ??= await RedisServer.SharedAsync();
        return await GatewayPair.StartAsync(g => g
            .Notes("""
                "routes": [ {}, { "path": "/other", "class": "other" } ]
                """)
            .With("Gateway:Limits:Classes:other:User:Permits", "100")
            .With("Gateway:Limits:Classes:default:User:Permits", null)
            .With($"Gateway:Limits:Classes:default:{kind}:Permits", permits.ToString())
            .With($"Gateway:Limits:Classes:default:{kind}:Window", "01:00:00")
            .With("Gateway:Limits:Patience", patience), redis.ConnectionString);
    }
}
