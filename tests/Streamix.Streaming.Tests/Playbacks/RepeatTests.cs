using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

/// <summary>A start under one key is one playback, however often and however many at once.</summary>
public sealed class RepeatTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Start_Repeated_IsOnePlaybackAndBothAnswersPlay()
    {
        var (viewer, title) = (_host.Viewer(), _host.Routes.Add().TitleId);
        var first = await viewer.StartedAsync(title, "key-1");
        using var repeat = await viewer.PressPlayAsync(PlaybackCalls.Draft(title), "key-1");
        repeat.Headers.GetValues("Idempotency-Replayed").ShouldBe(["true"]);
        var second = await repeat.Content.ReadFromJsonAsync<JsonElement>();
        second.Id().ShouldBe(first.Id());
        foreach (var answer in (JsonElement[])[first, second])
            (await _host.ManifestAsync(answer, "hls")).ShouldContain("720p.m3u8");
        (await _host.EventsAsync("streaming.playback.started")).Count.ShouldBe(1);
        _host.Rights.Admitted.Select(a => a.PlaybackId).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public async Task Start_ManyAtOnceUnderOneKey_IsOnePlayback()
    {
        var (claims, title) = (new UserClaims { Profile = Guid.CreateVersion7() }, _host.Routes.Add().TitleId);
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _host.Viewer(claims).StartedAsync(title, "key-1")));
        answers.Select(a => a.Id()).Distinct().Count().ShouldBe(1);
        (await _host.QueryAsync(db => db.Playbacks.CountAsync())).ShouldBe(1);
        (await _host.EventsAsync("streaming.playback.started")).Count.ShouldBe(1);
        _host.Rights.Released.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_AnotherWishUnderTheKey_Is422()
    {
        var viewer = _host.Viewer();
        await viewer.StartedAsync(_host.Routes.Add().TitleId, "key-1");
        await viewer.PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId), "key-1").ShouldBeAsync(422, "other-request");
        await viewer.PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId), "key 1").ShouldBeAsync(400);
    }

    [Fact]
    public async Task Start_RepeatedAfterTheEnd_Is410()
    {
        var (viewer, title) = (_host.Viewer(), _host.Routes.Add().TitleId);
        var first = await viewer.StartedAsync(title, "key-1");
        await viewer.DeleteAsync($"{PlaybackCalls.Route}/{first.Id()}").ShouldBeAsync(204);
        await viewer.PressPlayAsync(PlaybackCalls.Draft(title), "key-1").ShouldBeAsync(410, "playback-ended");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Start_OfWhatEndedMeanwhile_Is409AndHoldsNoSlot(bool encrypted)
    {
        (encrypted ? _host.Keys.Reach : _host.Edges.Reach).Refusing = Grpc.Core.StatusCode.FailedPrecondition;
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add(encrypted).TitleId)).ShouldBeAsync(409, "playback-ended");
        _host.Rights.Released.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_TheSameKeyOfTwoAccounts_AreTwoPlaybacks()
    {
        var title = _host.Routes.Add().TitleId;
        (await _host.Viewer().StartedAsync(title, "key-1")).Id().ShouldNotBe((await _host.Viewer().StartedAsync(title, "key-1")).Id());
    }

    [Fact]
    public async Task Start_ThatFailsWhileARepeatSucceeds_LeavesItTheSlot()
    {
        var (claims, title) = (new UserClaims { Profile = Guid.CreateVersion7() }, _host.Routes.Add().TitleId);
        var (waits, plays) = (new TaskCompletionSource(), new TaskCompletionSource());
        _host.Edges.Reach.Meeting = async call =>
        {
            if (call > 1)
                return;
            waits.SetResult();
            await plays.Task;
            throw new Grpc.Core.RpcException(new(Grpc.Core.StatusCode.DeadlineExceeded, "late"));
        };
        var failing = _host.Viewer(claims).PressPlayAsync(PlaybackCalls.Draft(title), "key-1");
        await waits.Task;
        await _host.Viewer(claims).StartedAsync(title, "key-1");
        plays.SetResult();
        await failing.ShouldBeAsync(503);
        _host.Rights.Released.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false, 720)]
    [InlineData(true, 144)]
    public async Task Start_ThatIsRefusedUnderAKey_LeavesTheSlotToItsLease(bool published, int lines)
    {
        _host.Rights.Deciding = _ => FakeRights.Yes(lines);
        using (var refused = await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add(published: published).TitleId), "key-1"))
            ((int)refused.StatusCode).ShouldBeInRange(403, 404);
        _host.Rights.Released.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_RepeatedTwice_LeavesTheFirstAnswerItsManifests()
    {
        var (viewer, title) = (_host.Viewer(), _host.Routes.Add().TitleId);
        var answers = new[] { await viewer.StartedAsync(title, "key-1"), await viewer.StartedAsync(title, "key-1"), await viewer.StartedAsync(title, "key-1") };
        foreach (var answer in (JsonElement[])[answers[0], answers[2]])
            (await _host.ManifestAsync(answer, "hls")).ShouldContain("720p.m3u8");
    }

    [Fact]
    public async Task Start_RepeatedAfterANewPackage_GoesOnWithTheFirst()
    {
        var (viewer, title) = (_host.Viewer(), _host.Routes.Add());
        var first = await viewer.StartedAsync(title.TitleId, "key-1");
        _host.Routes.Titles[title.TitleId] = title with { Revision = 8, AssetId = Guid.NewGuid(), Package = title.Package with { Version = "2", Prefix = "another/", Video = [title.Package.Video[0]] } };
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await viewer.StartedAsync(title.TitleId, "key-1");
        second.GetProperty("edges")[0].GetProperty("base").GetString()!.ShouldEndWith(Packaged.Prefix);
        second.GetProperty("quality").GetProperty("renditions").GetArrayLength().ShouldBe(3);
        (_host.Keys.Authorised.Last().AssetId, _host.Keys.Authorised.Last().Tiers.Count).ShouldBe((title.AssetId.ToString(), 3));
        (await _host.ManifestAsync(second, "hls")).ShouldBe((await _host.ManifestAsync(first, "hls")));
    }

    [Fact]
    public async Task Start_OfTwoWishesAtOnceUnderOneKey_IsOneOfThem()
    {
        var (claims, titles) = (new UserClaims { Profile = Guid.CreateVersion7() }, new[] { _host.Routes.Add(), _host.Routes.Add() });
        var both = new TaskCompletionSource();
        _host.Edges.Reach.Meeting = call =>
        {
            if (call == 2)
                both.SetResult();
            return both.Task;
        };
        var answers = await Task.WhenAll(titles.Select(title => _host.Viewer(claims).PressPlayAsync(PlaybackCalls.Draft(title.TitleId), "key-1")));
        answers.Select(a => (int)a.StatusCode).ShouldBe([201, 422], ignoreOrder: true);
        var row = await _host.QueryAsync(db => db.Playbacks.SingleAsync());
        titles.Single(title => title.TitleId == row.TitleId).AssetId.ShouldBe(row.AssetId);
    }
}
