using System.Collections.Concurrent;
using System.Diagnostics;
using Shouldly;
using StackExchange.Redis;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Redis;

public sealed class RedisFaultTests : IAsyncLifetime
{
    private RedisServer _server = null!;

    public async Task InitializeAsync() => _server = await RedisServer.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task Kill_UnderLoad_ClientReconnectsAndEveryWaitEnds()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        using var over = new CancellationTokenSource();
        var (done, failed) = (0, 0);
        var load = Enumerable.Range(0, 16).Select(worker => Task.Run(async () =>
        {
            for (var i = 0; !over.IsCancellationRequested; i++)
            {
                try
                {
                    await redis.GetDatabase().StringSetAsync($"{worker}:{i % 100}", i);
                    Interlocked.Increment(ref done);
                }
                catch (Exception e) when (e is RedisException or TimeoutException)
                {
                    Interlocked.Increment(ref failed);
                    await Task.Yield();
                }
            }
        }, over.Token)).ToArray();

        for (var kill = 0; kill < 3; kill++)
        {
            var before = Volatile.Read(ref done);
            await Until.TrueAsync(() => Volatile.Read(ref done) > before + 1000, "the load runs");
            await _server.KillAndRestartAsync();
        }

        var after = Volatile.Read(ref done);
        await Until.TrueAsync(() => Volatile.Read(ref done) > after + 1000, "the load runs again");
        await over.CancelAsync();
        await Task.WhenAll(load).WaitAsync(TimeSpan.FromSeconds(30));
        failed.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task Kill_WhileSubscribed_SubscriptionComesBack()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        await using var other = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        var received = new ConcurrentQueue<string>();
        await redis.GetSubscriber().SubscribeAsync(RedisChannel.Literal("news"), (_, value) => received.Enqueue(value.ToString()));

        await _server.KillAndRestartAsync();

        await Until.TrueAsync(async () => await other.GetSubscriber().PublishAsync(RedisChannel.Literal("news"), "back") > 0 && !received.IsEmpty, "a message arrives again");
        received.ShouldAllBe(message => message == "back");
    }

    [Fact]
    public async Task Kill_IdleClient_NextCallsSucceedWithinSeconds()
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        await redis.GetDatabase().StringSetAsync("kept", "yes");
        var clock = Stopwatch.StartNew();

        await _server.KillAndRestartAsync();

        await Until.TrueAsync(async () => await redis.GetDatabase().StringGetAsync("kept") == "yes", "the value is read again");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(15));
    }

    [Fact]
    public async Task Load_EightClients_AnswersBelongToTheirQuestions()
    {
        var clients = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ConnectionMultiplexer.ConnectAsync(_server.ConnectionString)));

        var wrong = await Task.WhenAll(clients.Select((redis, client) => Task.Run(async () =>
        {
            var (db, errors) = (redis.GetDatabase(), 0);
            for (var round = 0; round < 40; round++)
            {
                await Task.WhenAll(Enumerable.Range(0, 100).Select(i => db.StringSetAsync($"{client}:{i}", Value(client, round, i))));
                var values = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => db.StringGetAsync($"{client}:{i}")));
                errors += values.Where((value, i) => value != Value(client, round, i)).Count();
            }

            return errors;
        })));

        wrong.ShouldAllBe(errors => errors == 0);
        foreach (var redis in clients) await redis.DisposeAsync();

        static string Value(int client, int round, int i) => new((char)('a' + ((client + round) % 26)), (i * 37) + 1);
    }
}
