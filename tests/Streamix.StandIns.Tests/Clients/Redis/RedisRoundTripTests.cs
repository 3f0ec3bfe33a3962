using Shouldly;
using StackExchange.Redis;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.StandIns.Tests.Clients.Redis;

public sealed class RedisRoundTripTests : IAsyncLifetime
{
    private readonly string _prefix = RedisServer.CreatePrefix();
    private ConnectionMultiplexer _redis = null!;

    private IDatabase Db => _redis.GetDatabase();

    public async Task InitializeAsync() => _redis = await ConnectionMultiplexer.ConnectAsync((await RedisServer.SharedAsync()).ConnectionString);

    public async Task DisposeAsync() => await _redis.DisposeAsync();

    [Fact]
    public async Task String_SetAndGet_IsTheSame()
    {
        await Db.StringSetAsync(_prefix + "s", "grüße", TimeSpan.FromMinutes(1));

        ((string?)await Db.StringGetAsync(_prefix + "s")).ShouldBe("grüße");
        (await Db.KeyTimeToLiveAsync(_prefix + "s")).ShouldNotBeNull().ShouldBeLessThanOrEqualTo(TimeSpan.FromMinutes(1));
        (await Db.StringGetAsync(_prefix + "absent")).IsNull.ShouldBeTrue();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(8 * 1024)]
    [InlineData(1_000_003)]
    [InlineData(48 * 1024 * 1024)]
    public async Task String_OfAnySize_IsTheSame(int size)
    {
        var value = new byte[size];
        new Random(size).NextBytes(value);
        await Db.StringSetAsync(_prefix + size, value);

        ((byte[]?)await Db.StringGetAsync(_prefix + size)).ShouldNotBeNull().AsSpan().SequenceEqual(value).ShouldBeTrue();
        await Db.KeyDeleteAsync(_prefix + size);
    }

    [Fact]
    public async Task List_OfManyItems_ArrivesWholeAndInOrder()
    {
        var items = Enumerable.Range(0, 100_000).Select(i => (RedisValue)i).ToArray();
        await Db.ListRightPushAsync(_prefix + "l", items);

        (await Db.ListRangeAsync(_prefix + "l")).ShouldBe(items);
    }

    [Fact]
    public async Task Batch_OfManyCommands_AnswersEach()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20_000).Select(_ => Db.StringIncrementAsync(_prefix + "n")));

        answers.Order().ShouldBe(Enumerable.Range(1, 20_000).Select(i => (long)i));
    }

    [Fact]
    public async Task SortedSetAndHash_Typed_AreTheSame()
    {
        await Db.SortedSetAddAsync(_prefix + "z", [new SortedSetEntry("low", 1.5), new SortedSetEntry("high", 9)]);
        await Db.HashSetAsync(_prefix + "h", [new HashEntry("a", 1), new HashEntry("b", "two")]);

        (await Db.SortedSetRangeByRankWithScoresAsync(_prefix + "z")).ShouldBe([new SortedSetEntry("low", 1.5), new SortedSetEntry("high", 9)]);
        (await Db.HashGetAllAsync(_prefix + "h")).ShouldBe([new HashEntry("a", 1), new HashEntry("b", "two")], ignoreOrder: true);
    }

    [Fact]
    public async Task Lua_WithKeysAndValues_AnswersNestedArrays()
    {
        var answer = await Db.ScriptEvaluateAsync("return {KEYS[1], {ARGV[1], 42}, redis.call('incr', KEYS[1])}", [_prefix + "lua"], ["x"]);

        ((string?)answer[0]).ShouldBe(_prefix + "lua");
        ((long)answer[1][1]).ShouldBe(42);
        ((long)answer[2]).ShouldBe(1);
        var error = await Should.ThrowAsync<RedisServerException>(() => Db.ScriptEvaluateAsync("return redis.error_reply('no such luck')"));
        error.Message.ShouldContain("no such luck");
    }

    [Fact]
    public async Task Transaction_ConditionHolds_AllIsDoneOrNothing()
    {
        await Db.StringSetAsync(_prefix + "version", 1);
        var won = Db.CreateTransaction();
        won.AddCondition(Condition.StringEqual(_prefix + "version", 1));
        var next = won.StringIncrementAsync(_prefix + "version");
        var lost = Db.CreateTransaction();
        lost.AddCondition(Condition.StringEqual(_prefix + "version", 1));
        var never = lost.StringIncrementAsync(_prefix + "version");

        (await won.ExecuteAsync()).ShouldBeTrue();
        (await next).ShouldBe(2);
        (await lost.ExecuteAsync()).ShouldBeFalse();
        await Should.ThrowAsync<TaskCanceledException>(() => never);
    }
}
