using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.Tests.Playbacks.Hosting;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class ManifestTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Theory]
    [InlineData("hls", HlsMaster.Type, "/api/v1/steering/hls/s")]
    [InlineData("hlsClearKey", HlsMaster.Type, "/api/v1/steering/hls/s")]
    [InlineData("dash", DashManifest.Type, "/api/v1/steering/dash/s")]
    public async Task Read_ByItsAddressAlone_IsTheManifestOfThePlayback(string name, string type, string steering)
    {
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        using var response = await _host.CreateClient().GetAsync(answer.Address(name));
        response.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        var text = await response.Content.ReadAsStringAsync();
        text.ShouldContain($"http://streaming-edge-1/t/token1/{Packaged.Prefix}");
        text.ShouldContain($"http://streaming-edge-2/t/token1/{Packaged.Prefix}");
        text.ShouldContain(steering);
    }

    [Fact]
    public async Task Read_WithAnotherKeyOrNone_FindsNothing()
    {
        var (one, other) = (await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId), await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId));
        var (path, foreign) = (one.Address("hls").Split("?k=")[0], other.Address("hls").Split("?k=")[1]);
        foreach (var address in (string[])[path, $"{path}?k=", $"{path}?k={foreign}", one.Address("hls")[..^1], one.Address("hls").Replace(one.Id().ToString(), Guid.NewGuid().ToString(), StringComparison.Ordinal)])
            await _host.CreateClient().GetAsync(address).ShouldBeAsync(404);
    }

    [Fact]
    public async Task Read_OfAnEndedPlayback_IsGone()
    {
        var viewer = _host.Viewer();
        var answer = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        await viewer.DeleteAsync($"{PlaybackCalls.Route}/{answer.Id()}").ShouldBeAsync(204);
        await _host.CreateClient().GetAsync(answer.Address("dash")).ShouldBeAsync(410, "playback-ended");
    }

    [Fact]
    public async Task Read_WhenItsTokensAreOld_HasNewOnes()
    {
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        (await _host.ManifestAsync(answer, "hls")).ShouldContain("/t/token1/");
        _host.Time.Advance(TimeSpan.FromMinutes(7));
        (await _host.ManifestAsync(answer, "hls")).ShouldContain("/t/token2/");
        (await _host.ManifestAsync(answer, "dash")).ShouldContain("/t/token2/");
        _host.Edges.Routed.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Read_TheClearKeyFlavourOfAClearTitle_FindsNothing()
    {
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add(encrypted: false).TitleId);
        await _host.CreateClient().GetAsync(answer.Address("hls").Replace("master.m3u8", "clearkey.m3u8", StringComparison.Ordinal)).ShouldBeAsync(404);
    }

    [Fact]
    public async Task Key_IsStoredAsAHashOnly()
    {
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        var key = answer.Address("hls").Split("?k=")[1];
        (await _host.RowAsync(answer.Id())).ManifestKey.ShouldBe(ManifestKey.HashOf(key));
    }
}
