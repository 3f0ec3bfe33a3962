using System.Text.Json;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing.Tokens;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class RenewalTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    [Fact]
    public async Task Renew_InMidPlay_GivesNewAddressesOfTheSameEdges()
    {
        _host.Rights.Deciding = _ => FakeRights.Yes(480);
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        _host.Time.Advance(TimeSpan.FromMinutes(6));
        var renewed = await viewer.RenewAsync(started.Id()).ShouldBeAsync(200);
        renewed.GetProperty("edges").EnumerateArray().Select(e => (e.GetProperty("name").GetString(), e.GetProperty("token").GetString())).ShouldBe([("streaming-edge-1", "token2"), ("streaming-edge-2", "token2")]);
        _host.Edges.Routed.Last().Renditions.ShouldBe(["240p", "480p"]);
        renewed.GetProperty("licence").ValueKind.ShouldBe(JsonValueKind.Null);
        renewed.GetProperty("renewal").GetProperty("expiresAt").GetDateTimeOffset().ShouldBe(_host.Time.GetUtcNow().AddMinutes(10), TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Renew_WhenTheLicenceGetsOld_BringsANewToken()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var started = await _host.Viewer(claims).StartedAsync(_host.Routes.Add().TitleId);
        _host.Time.Advance(TimeSpan.FromHours(4));
        var viewer = _host.Viewer(claims);
        var renewed = await viewer.RenewAsync(started.Id()).ShouldBeAsync(200);
        renewed.GetProperty("licence").GetProperty("token").GetString().ShouldBe("licence2");
        (await viewer.RenewAsync(started.Id()).ShouldBeAsync(200)).GetProperty("licence").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Renew_WithTheEdgesAway_Is503AndTheNextOneWorks()
    {
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        _host.Edges.Reach.Down = true;
        using (var answer = await viewer.RenewAsync(started.Id()))
            (answer.StatusCode, answer.Headers.RetryAfter!.Delta).ShouldBe((HttpStatusCode.ServiceUnavailable, TimeSpan.FromSeconds(1)));
        _host.Edges.Reach.Down = false;
        await viewer.RenewAsync(started.Id()).ShouldBeAsync(200);
    }

    [Fact]
    public async Task Renew_OfWhatTheEdgesHaveRevoked_Is410()
    {
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        _host.Edges.Reach.Refusing = Grpc.Core.StatusCode.FailedPrecondition;
        await viewer.RenewAsync(started.Id()).ShouldBeAsync(410, "playback-ended");
        _host.Time.Advance(TimeSpan.FromMinutes(7));
        await _host.CreateClient().GetAsync(started.Address("hls")).ShouldBeAsync(410, "playback-ended");
    }

    [Fact]
    public async Task Renew_AtAnEdgeOfOthers_BringsItsQueryAndCookies()
    {
        _host.Edges.Changing = answer =>
        {
            (answer.Routes[0].Token, answer.Routes[0].Query) = ("", "Policy=p&Signature=s&Key-Pair-Id=k");
            answer.Routes[0].Cookies.Add("CloudFront-Policy=p; Path=/; Secure");
        };
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        (started.GetProperty("edges")[0].GetProperty("query").GetString(), started.GetProperty("edges")[1].GetProperty("query").GetString()).ShouldBe(("Policy=p&Signature=s&Key-Pair-Id=k", ""));
        started.GetProperty("poster").GetString()!.ShouldEndWith("poster.jpg?Policy=p&Signature=s&Key-Pair-Id=k");
        (await _host.ManifestAsync(started, "hls")).ShouldContain("480p.m3u8?Policy=p&Signature=s&Key-Pair-Id=k\n");
        using var renewed = await viewer.RenewAsync(started.Id());
        renewed.Headers.GetValues("Set-Cookie").ShouldBe(["CloudFront-Policy=p; Path=/; Secure"]);
    }

    [Fact]
    public async Task Renew_WhatEndedOrIsNotMine_IsRefused()
    {
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        await _host.Viewer().RenewAsync(started.Id()).ShouldBeAsync(404);
        await viewer.DeleteAsync($"{PlaybackCalls.Route}/{started.Id()}").ShouldBeAsync(204);
        var problem = await viewer.RenewAsync(started.Id()).ShouldBeAsync(410, "playback-ended");
        problem.GetProperty("reason").GetString().ShouldBe("stopped");
        _host.Edges.Routed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Renew_WithKeysAwayWhileTheLicenceIsGood_GivesNewAddresses()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var started = await _host.Viewer(claims).StartedAsync(_host.Routes.Add().TitleId);
        _host.Keys.Reach.Down = true;
        _host.Time.Advance(TimeSpan.FromHours(4));
        var renewed = await _host.Viewer(claims).RenewAsync(started.Id()).ShouldBeAsync(200);
        (renewed.GetProperty("licence").ValueKind, renewed.GetProperty("edges")[0].GetProperty("token").GetString()).ShouldBe((JsonValueKind.Null, "token2"));
        _host.Time.Advance(TimeSpan.FromMinutes(115));
        await _host.Viewer(claims).RenewAsync(started.Id()).ShouldBeAsync(503);
    }

    [Fact]
    public async Task Renew_ByAnotherProfileOfTheAccount_Is404()
    {
        var claims = new UserClaims { Profile = Guid.CreateVersion7() };
        var started = await _host.Viewer(claims).StartedAsync(_host.Routes.Add().TitleId);
        await _host.Viewer(claims with { Profile = Guid.CreateVersion7() }).RenewAsync(started.Id()).ShouldBeAsync(404);
        await _host.Viewer(claims with { Profile = null }).RenewAsync(started.Id()).ShouldBeAsync(404);
        _host.Edges.Routed.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Renew_NearTheEndOfTheWindow_IsNotAskedForAgainAndAfterItIs410()
    {
        var end = _host.Time.GetUtcNow().AddMinutes(5);
        _host.Rights.Deciding = _ => FakeRights.Until(end);
        var viewer = _host.Viewer();
        var started = await viewer.StartedAsync(_host.Routes.Add().TitleId);
        _host.Time.Advance(TimeSpan.FromMinutes(3));
        foreach (var times in (JsonElement[])[started.GetProperty("renewal"), (await viewer.RenewAsync(started.Id()).ShouldBeAsync(200)).GetProperty("renewal")])
            times.GetProperty("renewAt").GetDateTimeOffset().ShouldBe(times.GetProperty("expiresAt").GetDateTimeOffset());
        _host.Time.Advance(TimeSpan.FromMinutes(2));
        await viewer.RenewAsync(started.Id()).ShouldBeAsync(410, RefusalCodes.NoLonger);
        await _host.CreateClient().GetAsync(started.Address("hls")).ShouldBeAsync(410, RefusalCodes.NoLonger);
    }
}
