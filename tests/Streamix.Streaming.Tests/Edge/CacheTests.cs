using System.Collections.Concurrent;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Caches;
using Streamix.Streaming.Edge.Nginx;
using Streamix.Streaming.Tests.Edge.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Edge;

public sealed class CacheTests : IAsyncLifetime
{
    private readonly ConcurrentDictionary<Guid, CacheOrder> _orders = new();
    private readonly EdgeHost _host;

    public CacheTests() => _host = new()
    {
        Settings = { ["Edge:CacheBytes"] = $"{4 * 1024 * 1024}" },
        Orchestrator = Answer,
    };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Prewarm_OfAPackage_PutsTheWantedRenditionsIntoTheCache()
    {
        foreach (var file in (string[])["480p.m3u8", "video/480p/00001.m4s", "video/720p/00001.m4s", "audio/en/00001.m4s"])
            _host.Add(file, 1000);
        var done = await RunAsync(new(Guid.NewGuid(), CacheKinds.Prewarm, TokenTable.Prefix, ["480p"]));
        (done.Objects, done.Bytes).ShouldBe((3, 3000L));
        (await CacheOfAsync("video/480p/00001.m4s")).ShouldBe("HIT");
        (await CacheOfAsync("video/720p/00001.m4s")).ShouldBe("MISS");
    }

    [Fact]
    public async Task Prewarm_WithALimit_EndsThere()
    {
        for (var i = 0; i < 10; i++)
            _host.Add($"video/480p/limit{i}.m4s", 1000);
        (await RunAsync(new(Guid.NewGuid(), CacheKinds.Prewarm, TokenTable.Prefix, [], 4500))).Objects.ShouldBe(4);
    }

    [Fact]
    public async Task Prewarm_WithAnObjectThatCannotBeHad_FetchesTheOthers()
    {
        foreach (var file in (string[])["a.m4s", "b.m4s", "c.m4s"])
            _host.Add($"video/480p/{file}", 1000);
        _host.Store.Broken.Add(TokenTable.Prefix + "video/480p/b.m4s");
        var done = await RunAsync(new(Guid.NewGuid(), CacheKinds.Prewarm, TokenTable.Prefix, []));
        (done.Objects, done.Error).ShouldBe((2, "1 objects could not be fetched"));
    }

    [Fact]
    public async Task Purge_WhileSomethingLargeIsFetched_DoesNotWait()
    {
        _host.Add("480p.m3u8", 1000);
        await CacheOfAsync("480p.m3u8");
        for (var i = 0; i < 20; i++)
            _host.Add($"video/480p/slow{i}.m4s", 1000);
        _host.Store.Slowness = TimeSpan.FromSeconds(3);
        var prewarm = new CacheOrder(Guid.NewGuid(), CacheKinds.Prewarm, TokenTable.Prefix + "video/", []);
        _orders[prewarm.Id] = prewarm;
        await Until.TrueAsync(() => _host.Reports.SelectMany(r => r.Progress).Any(p => p.Id == prewarm.Id), "it fetches");
        (await RunAsync(new(Guid.NewGuid(), CacheKinds.Purge, TokenTable.Prefix + "480p.m3u8", []))).Objects.ShouldBe(1);
        _orders.ContainsKey(prewarm.Id).ShouldBeTrue();
    }

    [Fact]
    public async Task Purge_OfAPackage_ForgetsItAndNothingElse()
    {
        _host.Add(TokenTable.Segment);
        _host.Store.Add(TokenTable.OtherPrefix + TokenTable.Segment, 1000);
        await CacheOfAsync(TokenTable.Segment);
        await OtherAsync();
        (await RunAsync(new(Guid.NewGuid(), CacheKinds.Purge, TokenTable.Prefix, []))).Objects.ShouldBe(1);
        (await CacheOfAsync(TokenTable.Segment)).ShouldBe("MISS");
        (await OtherAsync()).ShouldBe("HIT");
    }

    [Fact]
    public async Task Purge_OfOneObject_FindsItByItsName()
    {
        _host.Add("480p.m3u8");
        await CacheOfAsync("480p.m3u8");
        (await RunAsync(new(Guid.NewGuid(), CacheKinds.Purge, TokenTable.Prefix + "480p.m3u8", []))).Objects.ShouldBe(1);
        _host.Store.Remove(TokenTable.Prefix + "480p.m3u8");
        using var gone = await _host.GetAsync("480p.m3u8");
        gone.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Cache_ThatIsFull_ShrinksToItsBound()
    {
        for (var i = 0; i < 20; i++)
        {
            _host.Add($"video/480p/many{i}.m4s", 1024 * 1024);
            await CacheOfAsync($"video/480p/many{i}.m4s");
        }

        await Until.TrueAsync(() => _host.Get<CacheFolder>().Bytes() <= 5 * 1024 * 1024, "the cache has shrunk");
    }

    [Fact]
    public void PathOf_AKey_IsWhereNginxPutsIt() =>
        new CacheFolder(new EdgeFolder("/data")).PathOf("hello").ShouldBe("/data/cache/2/59/5d41402abc4b2a76b9719d911017c592");

    [Theory]
    [InlineData("video/480p/1.m4s", true)]
    [InlineData("video/720p/1.m4s", false)]
    [InlineData("audio/en/1.m4s", true)]
    [InlineData("480p.m3u8", true)]
    public void IsWanted_ForSomeRenditions_LeavesOutOtherVideo(string file, bool wanted) => CachePrewarm.IsWanted(file, ["480p"]).ShouldBe(wanted);

    /// <summary>An order comes again until its end was told.</summary>
    private EdgeOrders Answer(EdgeReport report)
    {
        foreach (var step in report.Progress.Where(p => p.State != CacheStates.Running))
            _orders.TryRemove(step.Id, out _);
        return new(0, [], false, [.. _orders.Values]);
    }

    private async Task<CacheProgress> RunAsync(CacheOrder order)
    {
        _orders[order.Id] = order;
        CacheProgress? last = null;
        await Until.TrueAsync(() => (last = _host.Reports.SelectMany(r => r.Progress).LastOrDefault(p => p.Id == order.Id && p.State != CacheStates.Running)) is not null, "the order has ended");
        last!.State.ShouldBe(CacheStates.Done, last.Error);
        return last;
    }

    private async Task<string> CacheOfAsync(string file)
    {
        using var response = await _host.GetAsync(file, TokenTable.Token(renditions: []));
        await response.Content.ReadAsByteArrayAsync();
        return response.Headers.GetValues("Edge-Cache").Single();
    }

    private async Task<string> OtherAsync()
    {
        var token = TokenTable.Token(prefix: TokenTable.OtherPrefix).Write(PathKey.Of(TokenTable.Secret));
        using var response = await _host.Viewer.GetAsync($"/t/{token}/{TokenTable.OtherPrefix}{TokenTable.Segment}");
        await response.Content.ReadAsByteArrayAsync();
        return response.Headers.GetValues("Edge-Cache").Single();
    }
}
