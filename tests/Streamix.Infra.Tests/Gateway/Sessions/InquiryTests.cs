using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;
using Streamix.Auth.Contracts.Sessions.V1;
using Streamix.Infra.Gateway.Sessions;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class InquiryTests : IAsyncLifetime
{
    private readonly FakeAuthority _authority = new();
    private readonly string _session = Guid.NewGuid().ToString("n");
    private readonly Guid _account = Guid.NewGuid();
    private TestBackend _backend = null!;
    private GatewayHost _gateway = null!;
    private RedisServer _redis = null!;

    public async Task InitializeAsync()
    {
        _redis = await RedisServer.SharedAsync();
        _backend = await TestBackend.StartAsync();
        _gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", _redis.ConnectionString));
        await ListIsFreshAsync(_gateway);
    }

    public async Task DisposeAsync()
    {
        await _gateway.DisposeAsync();
        await _backend.DisposeAsync();
    }

    [Fact]
    public async Task Session_IsAskedAboutOnce_WhateverTokenItComesWith()
    {
        for (var i = 0; i < 3; i++)
        {
            var token = Token();
            await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => CallAsync(token)));
        }

        _authority.Asked.ShouldHaveSingleItem().ShouldBe(_session);
    }

    /// <summary>A request may look before the answer to another's question is there, and ask after it came.</summary>
    [Fact]
    public async Task Session_AnsweredBetweenLookingAndAsking_IsNotAskedAboutAgain()
    {
        var session = (await _gateway.Get<ISessionCheck>().CheckAsync(Token().AsMemory(), default)).Session.ShouldNotBeNull();
        (await _gateway.Get<SessionInquiry>().AskAsync(session)).ShouldBeNull();
        _authority.Asked.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Session_ThatEnded_Is401WithTheReasonForAllItsTokens()
    {
        _authority.Answer = _ => new() { Alive = false, Reason = "password-changed" };
        for (var i = 0; i < 2; i++)
        {
            var problem = await (await CallAsync(Token())).ShouldBeProblemAsync(HttpStatusCode.Unauthorized);
            problem.GetProperty("reason").GetString().ShouldBe("password-changed");
        }

        _authority.Asked.Count.ShouldBe(1);
        _backend.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task Token_OlderThanTheRoles_IsRefusedButNotItsSession()
    {
        var old = Token();
        _authority.Answer = s => s.Token.Text == old ? new() { Alive = false, Reason = "roles-changed" } : new CheckAnswer { Alive = true, KeepSeconds = 300 };
        (await (await CallAsync(old)).ShouldBeProblemAsync(HttpStatusCode.Unauthorized)).GetProperty("reason").GetString().ShouldBe("roles-changed");
        (await CallAsync(Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Service_Silent_KnownSessionsGoOnAndUnknownOnesByAFreshDenyList()
    {
        await CallAsync(Token());
        _authority.Answer = FakeAuthority.Silent;
        (await CallAsync(Token())).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await CallAsync(TokenIssuer.Shared.Issue())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Service_SilentAndNoFreshDenyList_UnknownIs503AndKnownGoesOn()
    {
        var time = new MovableTime();
        await using var gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", "127.0.0.1:1,abortConnect=false"), time);
        var known = Token();
        (await gateway.ClientOf(known).GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        _authority.Answer = FakeAuthority.Silent;
        time.Advance(TimeSpan.FromMinutes(6));

        (await gateway.ClientOf(known).GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = await gateway.ClientOf(TokenIssuer.Shared.Issue()).GetAsync("/api/v1/notes/1");
        await answer.ShouldBeProblemAsync(HttpStatusCode.ServiceUnavailable);
        answer.Headers.RetryAfter.ShouldNotBeNull();
    }

    [Fact]
    public async Task Service_Silent_NobodyWaitsForItAndItsReturnIsNoticed()
    {
        var time = new MovableTime();
        await using var gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", "127.0.0.1:1,abortConnect=false"), time);
        var client = gateway.ClientOf(Token());
        await client.GetAsync("/api/v1/notes/1");
        _authority.Answer = FakeAuthority.Silent;
        time.Advance(TimeSpan.FromMinutes(6));
        await client.GetAsync("/api/v1/notes/1");

        _authority.Hang();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ => (await client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK))).WaitAsync(TimeSpan.FromSeconds(20));

        _authority.Answer = _ => new() { Alive = false, Reason = "suspended" };
        _authority.GoOn(new() { Alive = true, KeepSeconds = 300 });
        await Until.TrueAsync(async () => await ReasonAsync(client) == "suspended", "it is asked again");
    }

    [Fact]
    public async Task List_OutOfReach_EndedSessionIsFoundByAsking()
    {
        var time = new MovableTime();
        var redis = await RedisServer.StartAsync();
        await using var gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", redis.ConnectionString), time);
        await ListIsFreshAsync(gateway);
        var client = gateway.ClientOf(Token());
        (await client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await redis.DisposeAsync();
        _authority.Answer = _ => new() { Alive = false, Reason = "suspended" };
        time.Advance(TimeSpan.FromMinutes(1));

        (await ReasonAsync(client)).ShouldBe("suspended");
    }

    [Fact]
    public async Task Answer_WithoutTheList_IsGoodForAMoment()
    {
        var time = new MovableTime();
        await using var gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", "127.0.0.1:1,abortConnect=false").With("Gateway:Sessions:Rest", "00:01:00"), time);
        var client = gateway.ClientOf(Token());
        await client.GetAsync("/api/v1/notes/1");
        _authority.Answer = _ => new() { Alive = false, Reason = "suspended" };
        (await client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        time.Advance(TimeSpan.FromMinutes(1));
        (await ReasonAsync(client)).ShouldBe("suspended");
    }

    [Fact]
    public async Task Answer_KeptAsLongAsItSays_ThenAskedAgain()
    {
        var time = new MovableTime();
        await using var gateway = await StartAsync(g => g.With("ConnectionStrings:sessions", _redis.ConnectionString), time);
        var client = gateway.ClientOf(Token());
        await ListIsFreshAsync(gateway);
        await client.GetAsync("/api/v1/notes/1");
        time.Advance(TimeSpan.FromSeconds(200));
        await ListIsFreshAsync(gateway);
        await client.GetAsync("/api/v1/notes/1");
        _authority.Asked.Count.ShouldBe(1);
        time.Advance(TimeSpan.FromSeconds(101));
        await client.GetAsync("/api/v1/notes/1");
        _authority.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Revocation_OfTokensUpToAnInstant_SparesLaterOnes()
    {
        var early = TokenIssuer.Shared.Issue(_account, session: _session, expires: TimeSpan.FromMinutes(10));
        var late = Token();
        await RevokeAsync(Revocation.TokensOf(_session, DateTimeOffset.UtcNow.AddMinutes(-2), DateTimeOffset.UtcNow.AddMinutes(15), "roles-changed"));
        await Until.TrueAsync(async () => (await CallAsync(early)).StatusCode == HttpStatusCode.Unauthorized, "the early one is refused");
        (await (await CallAsync(early)).JsonAsync()).GetProperty("reason").GetString().ShouldBe("roles-changed");
        (await CallAsync(late)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revocation_InTheSessionsRedis_TellsItsReason()
    {
        var token = Token();
        (await CallAsync(token)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await RevokeAsync(Revocation.Session(_session, DateTimeOffset.UtcNow.AddMinutes(15), "suspended"));
        await Until.TrueAsync(async () => (await CallAsync(token)).StatusCode == HttpStatusCode.Unauthorized, "it ended");
        (await (await CallAsync(token)).JsonAsync()).GetProperty("reason").GetString().ShouldBe("suspended");
        _authority.Asked.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("Development", null)]
    [InlineData("Production", "false")]
    public async Task Gateway_WithoutSessionService_ChecksBySignature(string environment, string? check)
    {
        await using var gateway = await GatewayHost.StartAsync(g => g.Serves("test-notes", _backend.Address).Notes("").With("Gateway:Sessions:Check", check).Environment = environment);
        gateway.Get<ISessionAuthority>().ShouldBeOfType<NoAuthority>();
        (await gateway.SignedIn().GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Gateway_WithoutSessionServiceInProduction_DoesNotStartUnlessToldSo()
    {
        var start = await Should.ThrowAsync<InvalidOperationException>(() => GatewayHost.StartAsync(g => g.Environment = "Production"));
        start.Message.ShouldContain("Gateway:Sessions:Check=false");
    }

    private string Token() => TokenIssuer.Shared.Issue(_account, session: _session);

    /// <summary>Why it is refused; null when it is not.</summary>
    private static async Task<string?> ReasonAsync(HttpClient client)
    {
        var answer = await client.GetAsync("/api/v1/notes/1");
        return answer.IsSuccessStatusCode ? null : (await answer.JsonAsync()).GetProperty("reason").GetString();
    }

    private static Task ListIsFreshAsync(GatewayHost gateway) => Until.TrueAsync(() => gateway.Get<DenyList>().IsFresh, "the deny list was read");

    private Task<HttpResponseMessage> CallAsync(string token) => _gateway.ClientOf(token).GetAsync("/api/v1/notes/1");

    private Task<GatewayHost> StartAsync(Action<GatewaySpec> describe, TimeProvider? time = null) => GatewayHost.StartAsync(g =>
    {
        g.Serves("test-notes", _backend.Address).Notes("").With("Gateway:Sessions:Fresh", "00:01:00");
        describe(g);
        g.Services = services =>
        {
            services.Replace(ServiceDescriptor.Singleton<ISessionAuthority>(_authority));
            if (time is not null)
            {
                services.Replace(ServiceDescriptor.Singleton(time));
            }
        };
    });

    private async Task RevokeAsync(Revocation revocation)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(_redis.ConnectionString);
        await connection.GetDatabase().SortedSetAddAsync(Revocation.Key, revocation.Member, revocation.Until.ToUnixTimeSeconds());
        await connection.GetSubscriber().PublishAsync(RedisChannel.Literal(Revocation.Key), revocation.Message);
    }

    /// <summary>The real time, moved on at will.</summary>
    private sealed class MovableTime : TimeProvider
    {
        private TimeSpan _ahead;

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _ahead;

        public void Advance(TimeSpan by) => _ahead += by;
    }
}
