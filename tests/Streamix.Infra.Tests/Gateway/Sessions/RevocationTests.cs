using System.Net;
using System.Net.WebSockets;
using StackExchange.Redis;
using Streamix.Infra.Gateway.Sessions;
using Streamix.Infra.Tests.Gateway.Fixtures;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class RevocationTests
{
    [Fact]
    public async Task Revoked_Session_EndsOnEveryGateway()
    {
        var redis = await RedisServer.SharedAsync();
        await using var backend = await TestBackend.StartAsync();
        await using var one = await StartAsync(redis, backend);
        await using var two = await StartAsync(redis, backend);
        var session = Guid.NewGuid().ToString("n");
        var token = TokenIssuer.Shared.Issue(session: session);
        (await one.ClientOf(token).GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await RevokeAsync(redis, Revocation.Session(session, DateTimeOffset.UtcNow.AddMinutes(15)));

        await Until.TrueAsync(async () => (await one.ClientOf(token).GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "ended at one");
        await Until.TrueAsync(async () => (await two.ClientOf(token).GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "ended at two");
        (await one.SignedIn().GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Revoked_BeforeTheStart_IsKnown()
    {
        var redis = await RedisServer.SharedAsync();
        var account = Guid.NewGuid();
        await RevokeAsync(redis, Revocation.User(account.ToString(), DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddMinutes(15)));
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await StartAsync(redis, backend);
        var client = gateway.ClientOf(TokenIssuer.Shared.Issue(account));
        await Until.TrueAsync(async () => (await client.GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "the list was read");
    }

    [Fact]
    public async Task Revoked_WhileASocketIsOpen_ClosesIt()
    {
        var redis = await RedisServer.SharedAsync();
        await using var backend = await TestBackend.StartAsync(Echo.AnswerAsync);
        await using var gateway = await StartAsync(redis, backend);
        var id = Guid.NewGuid().ToString("n");
        using var socket = await Echo.ConnectAsync(gateway, TokenIssuer.Shared.Issue(id: id));
        (await Echo.SayAsync(socket, "hello")).ShouldBe("hello");

        await RevokeAsync(redis, Revocation.Token(id, DateTimeOffset.UtcNow.AddMinutes(15)));

        await Should.ThrowAsync<WebSocketException>(() => socket.ReceiveAsync(new byte[10], new CancellationTokenSource(TimeSpan.FromSeconds(20)).Token));
    }

    [Fact]
    public async Task Revoked_WithoutAWord_IsRefusedAllTheSame()
    {
        var redis = await RedisServer.SharedAsync();
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await StartAsync(redis, backend);
        var session = Guid.NewGuid().ToString("n");
        var client = gateway.ClientOf(TokenIssuer.Shared.Issue(session: session));
        (await client.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);

        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await connection.GetDatabase().SortedSetAddAsync(Revocation.Key, $"sid:{session}#suspended", DateTimeOffset.UtcNow.AddMinutes(15).ToUnixTimeSeconds());

        await Until.TrueAsync(async () => (await client.GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "it is refused");
    }

    [Fact]
    public async Task Subscription_Cut_IsMadeAnewAndNothingIsMissed()
    {
        await using var redis = await RedisServer.StartAsync();
        await using var backend = await TestBackend.StartAsync();
        await using var gateway = await StartAsync(redis, backend);
        var (before, after) = (Guid.NewGuid().ToString("n"), Guid.NewGuid().ToString("n"));
        var (first, second) = (gateway.ClientOf(TokenIssuer.Shared.Issue(session: before)), gateway.ClientOf(TokenIssuer.Shared.Issue(session: after)));
        (await first.GetAsync("/api/v1/notes/1")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var operatorsConnection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString + ",allowAdmin=true");
        var database = operatorsConnection.GetDatabase();
        var message = Revocation.Session(after, DateTimeOffset.UtcNow.AddMinutes(15)).Message;
        await Until.TrueAsync(async () => await database.PublishAsync(RedisChannel.Literal(Revocation.Key), "nothing") > 0, "somebody listens");

        await database.ExecuteAsync("CLIENT", "KILL", "TYPE", "pubsub");
        await RevokeAsync(redis, Revocation.Session(before, DateTimeOffset.UtcNow.AddMinutes(15)));

        await Until.TrueAsync(async () => (await first.GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "what nobody heard is refused");
        await Until.TrueAsync(async () => await database.PublishAsync(RedisChannel.Literal(Revocation.Key), message) > 0, "somebody listens again");
        await Until.TrueAsync(async () => (await second.GetAsync("/api/v1/notes/1")).StatusCode == HttpStatusCode.Unauthorized, "what is told is heard");
    }

    private static Task<GatewayHost> StartAsync(RedisServer redis, TestBackend backend) =>
        GatewayHost.StartAsync(g => g.Serves("test-notes", backend.Address).Notes("").WithRedis(redis.ConnectionString, RedisServer.CreatePrefix()));

    private static async Task RevokeAsync(RedisServer redis, Revocation revocation)
    {
        await using var connection = await ConnectionMultiplexer.ConnectAsync(redis.ConnectionString);
        await connection.GetDatabase().SortedSetAddAsync(Revocation.Key, revocation.Member, revocation.Until.ToUnixTimeSeconds());
        await connection.GetSubscriber().PublishAsync(RedisChannel.Literal(Revocation.Key), revocation.Message);
    }
}
