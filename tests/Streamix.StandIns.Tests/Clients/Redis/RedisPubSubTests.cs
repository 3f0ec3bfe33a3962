using System.Collections.Concurrent;
using Shouldly;
using StackExchange.Redis;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Redis;

public sealed class RedisPubSubTests : IAsyncLifetime
{
    private readonly string _channel = RedisServer.CreatePrefix() + "channel";
    private ConnectionMultiplexer _redis = null!;

    public async Task InitializeAsync() => _redis = await ConnectionMultiplexer.ConnectAsync((await RedisServer.SharedAsync()).ConnectionString);

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Publish_ManyMessages_ArriveInOrder()
    {
        var subscriber = _redis.GetSubscriber();
        var queue = await subscriber.SubscribeAsync(RedisChannel.Literal(_channel));
        for (var i = 0; i < 5000; i++) await subscriber.PublishAsync(RedisChannel.Literal(_channel), i, CommandFlags.FireAndForget);

        var received = new List<int>();
        await foreach (var message in queue)
        {
            received.Add((int)message.Message);
            if (received.Count == 5000) break;
        }

        received.ShouldBe(Enumerable.Range(0, 5000));
    }

    [Fact]
    public async Task Publish_PatternAndTwoHandlers_ReachesBoth()
    {
        var subscriber = _redis.GetSubscriber();
        var (first, second) = (new ConcurrentQueue<string>(), new ConcurrentQueue<string>());
        await subscriber.SubscribeAsync(RedisChannel.Pattern(_channel + "*"), (channel, value) => first.Enqueue($"{channel}={value}"));
        await subscriber.SubscribeAsync(RedisChannel.Pattern(_channel + "*"), (_, value) => second.Enqueue(value.ToString()));

        await subscriber.PublishAsync(RedisChannel.Literal(_channel + ":x"), "hello");

        await Until.TrueAsync(() => !first.IsEmpty && !second.IsEmpty, "both handlers were called");
        first.ShouldHaveSingleItem().ShouldBe($"{_channel}:x=hello");
    }
}
