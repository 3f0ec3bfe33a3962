using System.Text.Json;
using Streamix.ServiceDefaults.Auth;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Tests.Playbacks;

/// <summary>What happens to a start when somebody is away, and what is told of it.</summary>
public sealed class PartialTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Start_WithHistoryAndProfilesAway_PlaysFromTheBeginning()
    {
        (_host.History.Reach.Down, _host.Routes.ProfilesDown) = (true, true);
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        answer.GetProperty("missing").EnumerateArray().Select(m => $"{m.GetProperty("part").GetString()} {m.GetProperty("reason").GetString()}")
            .ShouldBe(["resume unavailable", "preferences unavailable"], ignoreOrder: true);
        (answer.GetProperty("resume").ValueKind, answer.GetProperty("choice").GetProperty("audio").GetString()).ShouldBe((JsonValueKind.Null, "en-stereo"));
    }

    [Fact]
    public async Task Start_WithASlowHistory_DoesNotWaitForIt()
    {
        _host.History.Reach.Delay = TimeSpan.FromSeconds(20);
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        answer.GetProperty("missing").EnumerateArray().Single().GetProperty("reason").GetString().ShouldBe("late");
    }

    [Theory]
    [InlineData("rights", 0)]
    [InlineData("edges", 1)]
    [InlineData("keys", 1)]
    public async Task Start_WithWhatIsNeededAway_Is503AndHoldsNoSlot(string away, int released)
    {
        Reach(away).Down = true;
        using var answer = await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId));
        (answer.StatusCode, answer.Headers.RetryAfter!.Delta).ShouldBe((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)));
        _host.Rights.Released.Count.ShouldBe(released);
        Reach(away).Down = false;
        await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
    }

    [Fact]
    public async Task Start_WithTheCatalogAway_PlaysWhatWasKnown()
    {
        var (known, unknown) = (_host.Routes.Add().TitleId, _host.Routes.Add().TitleId);
        await _host.Viewer().StartedAsync(known);
        _host.Time.Advance(TimeSpan.FromMinutes(5));
        _host.Routes.CatalogDown = true;
        await _host.Viewer().StartedAsync(known);
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(unknown)).ShouldBeAsync(503);
        _host.Rights.Released.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_Again_AsksTheCatalogOnceInAWhileOrAfterAChange()
    {
        var title = _host.Routes.Add();
        await _host.Viewer().StartedAsync(title.TitleId);
        await _host.Viewer().StartedAsync(title.TitleId);
        _host.Routes.Asked.ShouldBe(1);
        await _host.HandleAsync<PlaybackContext.Titles.DropPlayable, Media.Contracts.Titles.TitleChanged>(new(title.TitleId, title.Revision + 1, _host.Time.GetUtcNow()));
        await _host.Viewer().StartedAsync(title.TitleId);
        _host.Routes.Asked.ShouldBe(2);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        await _host.Viewer().StartedAsync(title.TitleId);
        _host.Routes.Asked.ShouldBe(3);
    }

    [Fact]
    public async Task Start_WithAPin_TellsRightsThatItWasEntered()
    {
        var (viewer, title) = (_host.Viewer(), _host.Routes.Add().TitleId);
        await viewer.StartedAsync(title);
        _host.Rights.Admitted.Last().PinEnteredAt.ShouldBeNull();
        await viewer.PressPlayAsync(PlaybackCalls.Draft(title, pin: "2580")).ShouldBeAsync(201);
        _host.Rights.Admitted.Last().PinEnteredAt.ToDateTimeOffset().ShouldBe(_host.Time.GetUtcNow(), TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Start_OfATitleThatWasUnknown_PlaysAsSoonAsThereIsNews()
    {
        var title = _host.Routes.Add();
        _host.Routes.Titles.Remove(title.TitleId, out _);
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(title.TitleId)).ShouldBeAsync(404);
        _host.Routes.Titles[title.TitleId] = title;
        await _host.HandleAsync<PlaybackContext.Titles.DropPlayable, Media.Contracts.Titles.TitleChanged>(new(title.TitleId, title.Revision, _host.Time.GetUtcNow()));
        await _host.Viewer().StartedAsync(title.TitleId);
    }

    [Fact]
    public async Task Start_OfAnUnknownTitleWithTheCatalogAway_IsNotToldAgainThatThereIsNone()
    {
        var unknown = Guid.NewGuid();
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(unknown)).ShouldBeAsync(404);
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        _host.Routes.CatalogDown = true;
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(unknown)).ShouldBeAsync(503);
    }

    [Fact]
    public async Task Start_WithAWrongPin_IsRefusedBeforeAnySlot()
    {
        var draft = PlaybackCalls.Draft(_host.Routes.Add().TitleId, pin: "0000");
        var problem = await _host.Viewer().PressPlayAsync(draft).ShouldBeAsync(403, "pin-wrong");
        problem.GetProperty("attemptsLeft").GetInt32().ShouldBe(4);
        _host.Routes.Enter = _ => new(ProfileEntryOutcomes.PinLocked, false, 18, null, 30);
        using var locked = await _host.Viewer().PressPlayAsync(draft);
        (locked.StatusCode, locked.Headers.RetryAfter!.Delta).ShouldBe((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(30)));
        _host.Rights.Admitted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Explain_ForOneself_LeavesOutHowWeRun()
    {
        _host.Rights.Deciding = _ => FakeRights.Yes(480);
        var viewer = _host.Viewer();
        var started = await viewer.PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId), explain: true).ShouldBeAsync(201);
        var why = started.GetProperty("explanation");
        (why.GetProperty("plan").GetString(), why.GetProperty("country").GetString(), why.GetProperty("mostLines").GetInt32()).ShouldBe(("standard", "DE", 480));
        why.GetProperty("rungs").EnumerateArray().Select(r => r.GetProperty("reason").GetString()).ShouldBe([null, null, "quality"]);
        (why.GetProperty("edges").ValueKind, why.GetProperty("parts").ValueKind, why.GetProperty("rights")[0].GetProperty("because").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null, JsonValueKind.Null));
        var read = await viewer.GetAsync($"{PlaybackCalls.Route}/{started.Id()}?explain=true").ShouldBeAsync(200);
        read.GetProperty("explanation").GetProperty("edges").ValueKind.ShouldBe(JsonValueKind.Null);
        (await viewer.GetAsync($"{PlaybackCalls.Route}/{started.Id()}").ShouldBeAsync(200)).GetProperty("explanation").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Explain_ForOperators_TellsEverythingOfAnybody()
    {
        var started = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        var read = await _host.Viewer(new() { Roles = [Roles.Support] }).GetAsync($"{PlaybackCalls.Route}/{started.Id()}?explain=true").ShouldBeAsync(200);
        var why = read.GetProperty("explanation");
        why.GetProperty("edges")[0].GetString().ShouldBe("weight 1, load 0.2");
        why.GetProperty("rights")[0].GetProperty("because").GetString().ShouldBe("edge header DE");
        why.GetProperty("parts").EnumerateObject().Select(p => p.Name).ShouldBe(["media-catalog", "streaming-rights", "media-drm", "streaming-cdn-orchestrator", "resume", "preferences"], ignoreOrder: true);
        await _host.Viewer().GetAsync($"{PlaybackCalls.Route}/{started.Id()}").ShouldBeAsync(404);
    }

    [Fact]
    public async Task Explain_ARefusal_TellsTheChecks()
    {
        _host.Rights.Deciding = _ => FakeRights.No("not-in-plan");
        var problem = await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId), explain: true).ShouldBeAsync(403, "not-in-plan");
        problem.GetProperty("explanation").GetProperty("rights")[0].GetProperty("name").GetString().ShouldBe("plan");
    }

    private Reach Reach(string name) => name switch
    {
        "rights" => _host.Rights.Reach,
        "edges" => _host.Edges.Reach,
        _ => _host.Keys.Reach,
    };
}
