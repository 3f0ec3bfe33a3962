using System.Collections.Concurrent;
using System.Diagnostics;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Denials;
using Streamix.Streaming.Edge.Nginx;
using Streamix.Streaming.Tests.Edge.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Edge;

public sealed class RevokedTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<RevokedPlayback> _revoked = new();
    private readonly EdgeHost _host;

    public RevokedTests() => _host = new()
    {
        Orchestrator = report => new(_revoked.Count, [.. _revoked.Skip((int)report.After)], false, []),
    };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Get_ByARevokedPlayback_IsRefusedWithinSecondsAndOthersGoOn()
    {
        _host.Add(TokenTable.Segment);
        (await StatusAsync(TokenTable.Token())).ShouldBe(HttpStatusCode.OK);
        var clock = Stopwatch.StartNew();
        _revoked.Enqueue(new(TokenTable.Playback, DateTimeOffset.UtcNow.AddHours(1)));
        await Until.TrueAsync(async () => await StatusAsync(TokenTable.Token()) == HttpStatusCode.Forbidden, "the playback is refused");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
        using var refused = await _host.GetAsync(TokenTable.Segment);
        (await refused.Content.ReadAsStringAsync()).ShouldBe("revoked\n");
        (await StatusAsync(TokenTable.Token() with { PlaybackId = Guid.NewGuid() })).ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public void Sweep_WhenAllTokensHaveExpired_ForgetsThePlayback()
    {
        _host.Get<DenyList>().Add([new(Guid.NewGuid(), DateTimeOffset.UtcNow.AddMinutes(-1)), new(Guid.NewGuid(), DateTimeOffset.UtcNow.AddMinutes(1))]);
        _host.Get<DenyList>().Sweep().ShouldBe(1);
        Directory.GetFiles(Path.Combine(_host.Folder, "denied")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Sweep_WhileOthersAreAdded_ForgetsNoneOfThem()
    {
        var time = new MovingTime();
        time.Advance(TimeSpan.FromHours(1));
        var folder = new EdgeFolder(Directory.CreateTempSubdirectory("edge-denied").FullName);
        folder.Make();
        var denied = new DenyList(folder, time);
        var adding = Task.Run(() => denied.Add(Enumerable.Range(0, 2000).Select(_ => new RevokedPlayback(Guid.NewGuid(), time.GetUtcNow().AddHours(1)))));
        do denied.Sweep().ShouldBe(0);
        while (!adding.IsCompleted);
        await adding;
        Directory.GetFiles(folder.Denied).Length.ShouldBe(2000);
        Directory.Delete(folder.Root, recursive: true);
    }

    [Fact]
    public async Task Report_OfAServingEdge_TellsWhatItDoes()
    {
        _host.Add(TokenTable.Segment, 500_000);
        for (var i = 0; i < 4; i++)
            await StatusAsync(TokenTable.Token());
        await Until.TrueAsync(() => _host.Reports.Any(r => r is { State: EdgeStates.Serving, BitsPerSecond: > 0, HitRatio: > 0.5 }), "traffic is reported");
        var report = _host.Reports.Last();
        report.Keys.ShouldBe([PathKey.Of(TokenTable.Secret).Id, PathKey.Of(TokenTable.NextSecret).Id]);
        report.Address.ShouldStartWith("http://localhost:");
    }

    [Fact]
    public async Task Stop_OfAnEdge_IsItsLastWord()
    {
        var host = new EdgeHost { Orchestrator = _ => new(0, [], false, []) };
        await host.InitializeAsync();
        await ((IAsyncLifetime)host).DisposeAsync();
        host.Reports.Last().State.ShouldBe(EdgeStates.Stopping);
    }

    private async Task<HttpStatusCode> StatusAsync(PathToken token)
    {
        using var response = await _host.GetAsync(TokenTable.Segment, token);
        return response.StatusCode;
    }
}
