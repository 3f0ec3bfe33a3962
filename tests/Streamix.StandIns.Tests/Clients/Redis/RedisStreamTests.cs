using Shouldly;
using StackExchange.Redis;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Redis;

public sealed class RedisStreamTests : IAsyncLifetime
{
    private readonly string _stream = RedisServer.CreatePrefix() + "stream";
    private ConnectionMultiplexer _redis = null!;

    private IDatabase Db => _redis.GetDatabase();

    public async Task InitializeAsync() => _redis = await ConnectionMultiplexer.ConnectAsync((await RedisServer.SharedAsync()).ConnectionString);

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task Range_AfterAdds_HasEntriesWithFieldsInOrder()
    {
        for (var i = 0; i < 50; i++) await Db.StreamAddAsync(_stream, [new NameValueEntry("n", i), new NameValueEntry("text", $"entry {i}")]);

        var entries = await Db.StreamRangeAsync(_stream);

        entries.Select(e => (int)e["n"]).ShouldBe(Enumerable.Range(0, 50));
        ((string?)entries[7]["text"]).ShouldBe("entry 7");
    }

    [Fact]
    public async Task Group_ReadWithoutAcknowledgement_StaysPendingAndCanBeClaimed()
    {
        await Db.StreamCreateConsumerGroupAsync(_stream, "g", "0-0", createStream: true);
        await Db.StreamAddAsync(_stream, "n", 1);
        await Db.StreamAddAsync(_stream, "n", 2);
        var read = await Db.StreamReadGroupAsync(_stream, "g", "first", ">");
        await Db.StreamAcknowledgeAsync(_stream, "g", read[0].Id);

        var pending = await Db.StreamPendingMessagesAsync(_stream, "g", 10, "first");
        var claimed = await Db.StreamClaimAsync(_stream, "g", "second", 0, [.. pending.Select(p => p.MessageId)]);

        ((int)claimed.ShouldHaveSingleItem()["n"]).ShouldBe(2);
        ((string?)(await Db.StreamPendingAsync(_stream, "g")).Consumers.ShouldHaveSingleItem().Name).ShouldBe("second");
        (await Db.StreamGroupInfoAsync(_stream)).ShouldHaveSingleItem().PendingMessageCount.ShouldBe(1);
    }

    [Fact]
    public async Task Read_OfSeveralStreams_KeepsThemApart()
    {
        await Db.StreamAddAsync(_stream, "a", 1);
        await Db.StreamAddAsync(_stream + "2", "b", 2);

        var streams = await Db.StreamReadAsync([new StreamPosition(_stream, "0-0"), new StreamPosition(_stream + "2", "0-0")]);

        streams.Select(s => s.Key.ToString()).ShouldBe([_stream, _stream + "2"]);
        ((int)streams[1].Entries.ShouldHaveSingleItem()["b"]).ShouldBe(2);
    }
}
