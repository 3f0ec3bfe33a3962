using Streamix.Streaming.Tests.Edge.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Edge;

/// <summary>Objects are looked at again after a second here, so that what is old can be seen.</summary>
public sealed class StoreAwayTests : IAsyncLifetime
{
    private readonly EdgeHost _host = new() { Settings = { ["Edge:Fresh"] = "00:00:01" } };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Get_WhileTheStoreIsAway_IsServedFromWhatIsOld()
    {
        var content = _host.Add("480p.m3u8", 1000);
        (await CacheOfAsync("480p.m3u8")).ShouldBe("MISS");
        _host.Store.IsAway = true;
        await Until.TrueAsync(async () => await CacheOfAsync("480p.m3u8") is "STALE" or "UPDATING", "the object has grown old");
        using var response = await _host.GetAsync("480p.m3u8");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await response.Content.ReadAsByteArrayAsync()).ShouldBe(content);
    }

    [Fact]
    public async Task Get_OfWhatIsNotCachedWhileTheStoreIsAway_Is503AndWorksLater()
    {
        _host.Add("audio-en.m3u8", 1000);
        _host.Store.IsAway = true;
        using (var failed = await _host.GetAsync("audio-en.m3u8"))
        {
            failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            failed.Headers.CacheControl!.NoStore.ShouldBeTrue();
        }

        _host.Store.IsAway = false;
        using var response = await _host.GetAsync("audio-en.m3u8");
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Get_OfWhatIsOldAndTheSame_IsNotFetchedAgain()
    {
        _host.Add("text-nl.m3u8", 1000);
        (await CacheOfAsync("text-nl.m3u8")).ShouldBe("MISS");
        await Until.TrueAsync(async () => await CacheOfAsync("text-nl.m3u8") is var _ && Volatile.Read(ref _host.Store.Heads) > 0, "the store was asked again");
        await Until.TrueAsync(async () => await CacheOfAsync("text-nl.m3u8") == "HIT", "it is fresh again");
        _host.Store.Fills.Count(key => key.EndsWith("text-nl.m3u8", StringComparison.Ordinal)).ShouldBe(1);
    }

    private async Task<string> CacheOfAsync(string file)
    {
        using var response = await _host.GetAsync(file);
        return response.Headers.GetValues("Edge-Cache").Single();
    }
}
