using StackExchange.Redis;
using Streamix.Infra.Gateway.Sessions;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Sessions;

public sealed class DenyListReaderTests : IAsyncLifetime
{
    private readonly DenyListReader _reader = new(TimeProvider.System);
    private readonly DateTimeOffset _until = DateTimeOffset.FromUnixTimeSeconds(DateTimeOffset.UtcNow.AddMinutes(16).ToUnixTimeSeconds());
    private RedisServer _server = null!;
    private ConnectionMultiplexer _connection = null!;
    private IDatabase _redis = null!;

    public async Task InitializeAsync()
    {
        _server = await RedisServer.StartAsync();
        _connection = await ConnectionMultiplexer.ConnectAsync(_server.ConnectionString);
        _redis = _connection.GetDatabase();
    }

    public async Task DisposeAsync()
    {
        await _connection.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task List_OfMany_IsReadWholeOnceAndThenWhatIsNew()
    {
        await _redis.SortedSetAddAsync(Revocation.Key, [.. Enumerable.Range(0, 20_000).Select(i => new SortedSetEntry($"sid:{i}", (_until - TimeSpan.FromSeconds(i % 900)).ToUnixTimeSeconds()))]);
        (await _reader.ReadAsync(_redis)).Count.ShouldBe(20_000);
        (await _reader.ReadAsync(_redis)).ShouldBeEmpty();
        await AddAsync("sid:new#suspended", _until.AddSeconds(1));
        (await _reader.ReadAsync(_redis)).ShouldBe([new Revocation("sid:new#suspended", _until.AddSeconds(1))]);
    }

    [Fact]
    public async Task Entry_WithALowerScoreThanTheNewest_IsMissedByNobody()
    {
        await AddAsync("sid:a", _until);
        await _reader.ReadAsync(_redis);
        await AddAsync("jti:b", _until.AddMinutes(-10));
        (await _reader.ReadAsync(_redis)).Select(r => r.Member).ShouldContain("jti:b");
    }

    [Fact]
    public async Task Entry_ToldAgain_CountsUntilItsLaterEnd()
    {
        await AddAsync("sid:a", _until);
        await _reader.ReadAsync(_redis);
        await AddAsync("sid:a", _until.AddSeconds(9));
        (await _reader.ReadAsync(_redis)).ShouldBe([new Revocation("sid:a", _until.AddSeconds(9))]);
    }

    [Fact]
    public async Task List_Lost_IsFollowedFromItsNewBeginning()
    {
        await AddAsync("sid:a", _until);
        await _reader.ReadAsync(_redis);
        await _redis.KeyDeleteAsync(Revocation.Key);
        (await _reader.ReadAsync(_redis)).ShouldBeEmpty();
        await AddAsync("sid:b", _until.AddMinutes(-10));
        (await _reader.ReadAsync(_redis)).ShouldHaveSingleItem().Member.ShouldBe("sid:b");
    }

    [Fact]
    public async Task Score_BeyondAllTime_StopsNothing()
    {
        await _redis.SortedSetAddAsync(Revocation.Key, "sid:a", double.PositiveInfinity);
        (await _reader.ReadAsync(_redis)).ShouldHaveSingleItem().Until.Year.ShouldBe(9999);
    }

    private Task AddAsync(string member, DateTimeOffset until) => _redis.SortedSetAddAsync(Revocation.Key, member, until.ToUnixTimeSeconds());
}
