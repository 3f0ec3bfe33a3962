using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Media.Contracts.Titles;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class HeartbeatTests : IAsyncLifetime
{
    private static readonly object Quality = new
    {
        playedSeconds = 9.5, startMilliseconds = 430, stalls = 1, stalledSeconds = 0.4, bitrate = 4_200_000, switches = 2, droppedFrames = 3, errors = new[] { "3016.video" }, edge = "streaming-edge-2",
    };

    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Heartbeat_OfAPlayer_KeepsItsPositionsAndTellsHowItGoes()
    {
        var viewer = _host.Viewer();
        var title = _host.Routes.Add();
        var id = (await viewer.StartedAsync(title.TitleId)).Id();
        _host.Time.Advance(TimeSpan.FromSeconds(10));
        var answer = await viewer.BeatAsync(id, 1, Quality, positions: [5, 9.5]).ShouldBeAsync(200);
        (answer.GetProperty("state").GetString(), answer.GetProperty("kept").GetBoolean(), answer.GetProperty("next").GetDouble()).ShouldBe(("playing", true, 10.0));
        _host.History.Recorded.Select(p => (p.Position_, p.TitleId, p.Duration, p.CreditsAt)).ShouldBe([(5.0, $"{title.TitleId}", 120.0, 110.0), (9.5, $"{title.TitleId}", 120.0, 110.0)]);
        var measured = (await _host.EventsAsync("streaming.playback.measured", id)).ShouldHaveSingleItem();
        (measured.GetProperty("startMilliseconds").GetInt32(), measured.GetProperty("stalls").GetInt32(), measured.GetProperty("edge").GetString(), measured.GetProperty("country").GetString(), measured.GetProperty("errors")[0].GetString())
            .ShouldBe((430, 1, "streaming-edge-2", "DE", "3016.video"));
        var row = await _host.RowAsync(id);
        (row.PlayedSeconds, row.LastHeartbeatAt > row.StartedAt.AddSeconds(9)).ShouldBe((9.5, true));
    }

    [Fact]
    public async Task Heartbeat_Repeated_CountsOnce()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => viewer.BeatAsync(id, 1, Quality).ShouldBeAsync(200)));
        await viewer.BeatAsync(id, 3, Quality).ShouldBeAsync(200);
        await viewer.BeatAsync(id, 2, Quality).ShouldBeAsync(200);
        (await _host.EventsAsync("streaming.playback.measured", id)).Count.ShouldBe(2);
        (await _host.RowAsync(id)).PlayedSeconds.ShouldBe(19);
    }

    [Fact]
    public async Task Heartbeats_OfManyAtOnce_AreAllWritten()
    {
        var title = _host.Routes.Add().TitleId;
        var players = await Task.WhenAll(Enumerable.Range(0, 20).Select(async _ =>
        {
            var viewer = _host.Viewer();
            return (Viewer: viewer, Id: (await viewer.StartedAsync(title)).Id());
        }));
        await Task.WhenAll(players.SelectMany(p => Enumerable.Range(1, 5).Select(n => p.Viewer.BeatAsync(p.Id, n, new { playedSeconds = 1 }).ShouldBeAsync(200))));
        (await _host.QueryAsync(db => db.Playbacks.CountAsync(p => p.Sequence == 5))).ShouldBe(20);
    }

    [Fact]
    public async Task Heartbeat_WithTheHistoryAway_IsToldToSendAgain()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        _host.History.Reach.Down = true;
        var answer = await viewer.BeatAsync(id, 1, positions: [5]).ShouldBeAsync(200);
        (answer.GetProperty("state").GetString(), answer.GetProperty("kept").GetBoolean()).ShouldBe(("playing", false));
        _host.History.Reach.Down = false;
        (await viewer.BeatAsync(id, 2, positions: [5, 15]).ShouldBeAsync(200)).GetProperty("kept").GetBoolean().ShouldBeTrue();
        _host.History.Recorded.Select(p => p.Position_).ShouldBe([5.0, 15.0]);
    }

    [Fact]
    public async Task Heartbeat_AfterTheEnd_KeepsPositionsAndSaysWhyItEnded()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        await viewer.DeleteAsync($"{PlaybackCalls.Route}/{id}").ShouldBeAsync(204);
        var answer = await viewer.BeatAsync(id, 1, Quality, positions: [33]).ShouldBeAsync(200);
        (answer.GetProperty("state").GetString(), answer.GetProperty("reason").GetString(), answer.GetProperty("kept").GetBoolean()).ShouldBe(("ended", "stopped", true));
        _host.History.Recorded.Single().Position_.ShouldBe(33);
        (await _host.EventsAsync("streaming.playback.measured", id)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Heartbeat_ThatIsTheLast_EndsThePlayback()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        (await viewer.BeatAsync(id, 1, Quality, ended: true, positions: [50]).ShouldBeAsync(200)).GetProperty("reason").GetString().ShouldBe("stopped");
        var told = (await _host.EventsAsync("streaming.playback.ended", id)).ShouldHaveSingleItem();
        told.GetProperty("playedSeconds").GetDouble().ShouldBe(9.5);
    }

    [Fact]
    public async Task Heartbeat_OfATrailer_LeavesNoTraceInTheHistory()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add(kind: TitleKinds.Trailer).TitleId)).Id();
        (await viewer.BeatAsync(id, 1, positions: [5]).ShouldBeAsync(200)).GetProperty("kept").GetBoolean().ShouldBeTrue();
        _host.History.Recorded.ShouldBeEmpty();
    }

    [Fact]
    public async Task Heartbeat_ForSomebodyElsesPlayback_Is404()
    {
        var owner = _host.Viewer();
        var id = (await owner.StartedAsync(_host.Routes.Add().TitleId)).Id();
        await owner.BeatAsync(id, 1).ShouldBeAsync(200);
        await _host.Viewer().BeatAsync(id, 2, positions: [5]).ShouldBeAsync(404);
        await _host.CreateClient().BeatAsync(id, 2).ShouldBeAsync(401);
        _host.History.Recorded.ShouldBeEmpty();
    }

    [Fact]
    public async Task Heartbeat_WithValuesThatCannotBe_Is422()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        await viewer.BeatAsync(id, 0).ShouldBeAsync(422);
        await viewer.BeatAsync(id, 1, positions: [-1]).ShouldBeAsync(422);
        await viewer.BeatAsync(id, 1, positions: [.. Enumerable.Range(0, 501).Select(i => (double)i)]).ShouldBeAsync(422);
        await viewer.BeatAsync(id, 1, new { errors = new[] { "Tell of somebody" } }).ShouldBeAsync(422);
        await viewer.BeatAsync(id, 1, new { playedSeconds = -1 }).ShouldBeAsync(422);
    }

    [Fact]
    public async Task Heartbeat_ByAnotherProfileOfTheAccount_Is404AndLeavesNoTrace()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var id = (await _host.Viewer(claims).StartedAsync(_host.Routes.Add().TitleId)).Id();
        foreach (var other in (Guid?[])[Guid.CreateVersion7(), null])
        {
            await _host.Viewer(claims with { Profile = other }).BeatAsync(id, 1, positions: [5]).ShouldBeAsync(404);
            await _host.Viewer(claims).BeatAsync(id, 1).ShouldBeAsync(200);
            await _host.Viewer(claims with { Profile = other }).BeatAsync(id, 2, positions: [5]).ShouldBeAsync(404);
        }
        _host.History.Recorded.ShouldBeEmpty();
    }

    [Fact]
    public async Task Heartbeat_AfterARenewal_BlamesTheEdgesThatServeNow()
    {
        var viewer = _host.Viewer();
        var id = (await viewer.StartedAsync(_host.Routes.Add().TitleId)).Id();
        await viewer.BeatAsync(id, 1, new { edge = "streaming-edge-2" }).ShouldBeAsync(200);
        _host.Edges.Changing = answer => answer.Routes[0].Edge = "streaming-edge-3";
        await viewer.RenewAsync(id).ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromSeconds(40));
        await viewer.BeatAsync(id, 2, new { edge = "streaming-edge-2" }).ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromSeconds(40));
        await viewer.BeatAsync(id, 3, new { edge = "streaming-edge-3" }).ShouldBeAsync(200);
        (await _host.EventsAsync("streaming.playback.measured", id))[^1].GetProperty("edge").GetString().ShouldBe("streaming-edge-3");
    }
}
