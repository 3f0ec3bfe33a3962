using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Streaming.Tests.Playbacks.Hosting;

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
        var (claims, title) = (new Testing.Tokens.UserClaims { Profile = Guid.CreateVersion7() }, _host.Routes.Add().TitleId);
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
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add(encrypted).TitleId), "key-1").ShouldBeAsync(409, "playback-ended");
        _host.Rights.Released.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_TheSameKeyOfTwoAccounts_AreTwoPlaybacks()
    {
        var title = _host.Routes.Add().TitleId;
        (await _host.Viewer().StartedAsync(title, "key-1")).Id().ShouldNotBe((await _host.Viewer().StartedAsync(title, "key-1")).Id());
    }
}
