using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class StartTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Start_ATitle_AnswersAllThatAPlayerNeeds()
    {
        var next = new NextEpisode(Guid.NewGuid(), 1, 2);
        var title = _host.Routes.Add(kind: TitleKinds.Episode, next: next);
        var answer = await _host.Viewer().StartedAsync(title.TitleId);
        var id = answer.Id();
        answer.GetProperty("manifests").GetProperty("hls").GetString().ShouldStartWith($"/api/v1/playback/playbacks/{id}/master.m3u8?k=");
        answer.GetProperty("edges").EnumerateArray().Select(e => e.GetProperty("base").GetString()).ShouldBe([$"http://streaming-edge-1/t/token1/{Packaged.Prefix}", $"http://streaming-edge-2/t/token1/{Packaged.Prefix}"]);
        answer.GetProperty("licence").GetProperty("token").GetString().ShouldBe("licence1");
        answer.GetProperty("resume").GetProperty("position").GetDouble().ShouldBe(42.5);
        (answer.GetProperty("choice").GetProperty("audio").GetString(), answer.GetProperty("choice").GetProperty("skipIntros").GetBoolean()).ShouldBe(("de-stereo", true));
        answer.GetProperty("thumbnails").GetString().ShouldBe($"http://streaming-edge-1/t/token1/{Packaged.Prefix}thumbnails/map.vtt");
        answer.GetProperty("markers").GetArrayLength().ShouldBe(2);
        answer.GetProperty("next").GetProperty("titleId").GetGuid().ShouldBe(next.TitleId);
        (answer.GetProperty("missing").GetArrayLength(), answer.GetProperty("explanation").ValueKind).ShouldBe((0, JsonValueKind.Null));
        var (renew, expires) = (answer.GetProperty("renewal").GetProperty("renewAt").GetDateTimeOffset(), answer.GetProperty("renewal").GetProperty("expiresAt").GetDateTimeOffset());
        (expires - renew).ShouldBe(TimeSpan.FromMinutes(4), TimeSpan.FromSeconds(5));
        var told = (await _host.EventsAsync("streaming.playback.started", id)).ShouldHaveSingleItem();
        told.GetProperty("assetId").GetGuid().ShouldBe(title.AssetId);
        _host.Rights.Admitted.Single().PlaybackId.ShouldBe(id.ToString());
    }

    [Fact]
    public async Task Start_OfAClearTitle_HasNoLicence()
    {
        var answer = await _host.Viewer().StartedAsync(_host.Routes.Add(encrypted: false).TitleId);
        (answer.GetProperty("licence").ValueKind, answer.GetProperty("manifests").GetProperty("hlsClearKey").ValueKind).ShouldBe((JsonValueKind.Null, JsonValueKind.Null));
        _host.Keys.Authorised.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(RefusalCodes.AccountInactive, 403)]
    [InlineData(RefusalCodes.AboveMaturity, 403)]
    [InlineData(RefusalCodes.PinNeeded, 403)]
    [InlineData(RefusalCodes.NotInCountry, 403)]
    [InlineData(RefusalCodes.NotYet, 403)]
    [InlineData(RefusalCodes.NoLonger, 403)]
    [InlineData(RefusalCodes.NotInPlan, 403)]
    [InlineData(RefusalCodes.NoSuchTitle, 404)]
    public async Task Start_Refused_SaysWhyAndLeavesNothing(string code, int status)
    {
        _host.Rights.Deciding = _ => FakeRights.No(code);
        var problem = await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId)).ShouldBeAsync(status, code);
        problem.GetProperty("detail").GetString().ShouldBe("Not now.");
        (_host.Edges.Routed.Count, _host.Keys.Authorised.Count, await _host.QueryAsync(db => db.Playbacks.CountAsync())).ShouldBe((0, 0, 0));
    }

    [Fact]
    public async Task Start_OverTheLimit_TellsWhatPlaysNow()
    {
        var other = Guid.NewGuid();
        _host.Rights.Deciding = _ =>
        {
            var no = FakeRights.No(RefusalCodes.TooManyStreams);
            no.Streams.Add(new Streamix.Streaming.Contracts.Rights.V1.Stream { PlaybackId = other.ToString(), DeviceName = "The kitchen" });
            return no;
        };
        var problem = await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId)).ShouldBeAsync(403, RefusalCodes.TooManyStreams);
        problem.GetProperty("streams")[0].GetProperty("playbackId").GetString().ShouldBe(other.ToString());
    }

    [Fact]
    public async Task Start_WithoutSessionOrProfile_IsRefused()
    {
        var draft = PlaybackCalls.Draft(_host.Routes.Add().TitleId);
        await _host.CreateClient().PressPlayAsync(draft).ShouldBeAsync(401);
        await _host.Viewer(new UserClaims()).PressPlayAsync(draft).ShouldBeAsync(403, RefusalCodes.NoProfile);
        _host.Rights.Admitted.ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_OfWhatDoesNotPlay_GivesTheSlotBack()
    {
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(Guid.NewGuid())).ShouldBeAsync(404, RefusalCodes.NoSuchTitle);
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add(published: false).TitleId)).ShouldBeAsync(404, RefusalCodes.NoSuchTitle);
        _host.Rights.Released.ShouldBe(_host.Rights.Admitted.Select(a => a.PlaybackId));
    }

    [Fact]
    public async Task Start_WithALowerPlan_RemovesTheRungsEverywhere()
    {
        _host.Rights.Deciding = _ => FakeRights.Yes(576, "audio", "sd");
        var viewer = _host.Viewer();
        var answer = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        answer.GetProperty("quality").GetProperty("renditions").EnumerateArray().Select(r => r.GetString()).ShouldBe(["240p", "480p"]);
        _host.Edges.Routed.Single().Renditions.ShouldBe(["240p", "480p"]);
        _host.Keys.Authorised.Single().Tiers.ShouldBe(["audio", "sd"]);
        foreach (var name in (string[])["hls", "hlsClearKey", "dash"])
            (await _host.ManifestAsync(answer, name)).ShouldNotContain("720p");
    }

    [Fact]
    public async Task Start_BelowTheLowestRung_IsNotInThePlan()
    {
        _host.Rights.Deciding = _ => FakeRights.Yes(144);
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId)).ShouldBeAsync(403, RefusalCodes.NotInPlan);
        _host.Rights.Released.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Start_WithAnEndingWindow_SignsNothingBeyondIt()
    {
        var end = _host.Time.GetUtcNow().AddMinutes(2);
        _host.Rights.Deciding = _ =>
        {
            var yes = FakeRights.Yes();
            yes.GoodUntil = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(end);
            return yes;
        };
        await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        _host.Edges.Routed.Single().ExpiresAt.ToDateTimeOffset().ShouldBe(end, TimeSpan.FromMilliseconds(1));
        _host.Keys.Authorised.Single().ExpiresAt.ToDateTimeOffset().ShouldBe(end, TimeSpan.FromMilliseconds(1));
    }

    [Fact]
    public async Task Start_InsteadOfAnother_EndsThatOne()
    {
        var (account, profile) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var kitchen = await _host.Viewer(new() { Account = account, Profile = profile }).StartedAsync(_host.Routes.Add().TitleId);
        await _host.Viewer(new() { Account = account, Profile = profile }).PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId, insteadOf: kitchen.Id())).ShouldBeAsync(201);
        _host.Rights.Admitted.Last().InsteadOf.ShouldBe(kitchen.Id().ToString());
        (await _host.RowAsync(kitchen.Id())).EndReason.ShouldBe("elsewhere");
        _host.Edges.Revoked.ShouldBe([kitchen.Id().ToString()]);
    }

    [Fact]
    public async Task Start_InsteadOfSomebodyElses_LeavesItAlone()
    {
        var theirs = await _host.Viewer().StartedAsync(_host.Routes.Add().TitleId);
        await _host.Viewer().PressPlayAsync(PlaybackCalls.Draft(_host.Routes.Add().TitleId, insteadOf: theirs.Id())).ShouldBeAsync(201);
        (await _host.RowAsync(theirs.Id())).EndedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"titleId":"x","device":{"id":"a","name":"b"}}""")]
    public async Task Start_Unreadable_Is400(string body) =>
        await _host.Viewer().PostAsync(PlaybackCalls.Route, new StringContent(body, System.Text.Encoding.UTF8, "application/json")).ShouldBeAsync(400);

    [Fact]
    public async Task Start_WithValuesThatCannotBe_Is422()
    {
        var problem = await _host.Viewer().PressPlayAsync(new { titleId = Guid.Empty, device = new { id = "", name = "a\nb", security = "none", outputProtection = "hdcp-9" } }).ShouldBeAsync(422);
        problem.GetProperty("errors").EnumerateObject().Select(e => e.Name).ShouldBe(["titleId", "device.id", "device.name", "device.security", "device.outputProtection"], ignoreOrder: true);
    }
}
