using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Drm;
using Streamix.Media.Drm.Playbacks;
using Streamix.Media.Drm.Policies;
using Streamix.Media.Drm.Upkeep;
using Streamix.Media.Tests.Drm.Hosting;

namespace Streamix.Media.Tests.Drm;

public sealed class PlaybackTokenTests : IAsyncLifetime
{
    private readonly DrmHost _host = new();
    private Scene _scene = null!;

    public async Task InitializeAsync()
    {
        await _host.InitializeAsync();
        _scene = await Scene.SetAsync(_host, "sd");
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public void Read_WhatWasWritten_GivesTheGrant()
    {
        var grant = new Grant(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), ["sd", "hd"], DateTimeOffset.FromUnixTimeSeconds(2_000_000_000), true, OutputLevel.Hdcp22);
        using var tokens = Tokens(DrmHost.Secret());
        var read = tokens.Read(tokens.Write(grant))!;
        (read with { Tiers = grant.Tiers }).ShouldBe(grant);
        read.Tiers.ShouldBe(grant.Tiers);
    }

    [Fact]
    public void Read_AnyCharacterChanged_IsRefused()
    {
        using var tokens = Tokens(DrmHost.Secret());
        var token = tokens.Write(new(Guid.NewGuid(), Guid.NewGuid(), null, Guid.NewGuid(), ["sd"], DateTimeOffset.UnixEpoch, false, OutputLevel.None));
        // The last character carries bits that base64url does not use: decoders refuse it or take it for the same.
        for (var i = 0; i < token.Length - 1; i++)
            tokens.Read($"{token[..i]}{(token[i] == 'A' ? 'B' : 'A')}{token[(i + 1)..]}").ShouldBeNull();
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("e30.")]
    [InlineData("ä.ö")]
    public void Read_WhatIsNoToken_IsRefused(string text)
    {
        using var tokens = Tokens(DrmHost.Secret());
        tokens.Read(text).ShouldBeNull();
        tokens.Read(new string('A', 5000)).ShouldBeNull();
    }

    [Fact]
    public async Task License_WithoutATokenOrWithAForeignOne_Is401()
    {
        await _scene.LicenseAsync(null, _scene.Kid("sd")).ShouldBeRefusedAsync(401, "no-token");
        await _scene.LicenseAsync(_host.Tokens.User(), _scene.Kid("sd")).ShouldBeRefusedAsync(401, "bad-token");
        using var foreign = Tokens(DrmHost.Secret());
        var forged = foreign.Write(new(Guid.NewGuid(), Guid.NewGuid(), null, _scene.Asset, ["sd"], _host.Time.GetUtcNow().AddHours(1), true, OutputLevel.Hdcp22));
        await _scene.LicenseAsync(forged, _scene.Kid("sd")).ShouldBeRefusedAsync(401, "bad-token");
        using var response = await _scene.LicenseAsync(forged, _scene.Kid("sd"));
        response.Headers.WwwAuthenticate.Single().ToString().ShouldBe("""Bearer error="invalid_token" """.TrimEnd());
    }

    [Fact]
    public async Task License_AfterTheEndOfTheToken_Is401()
    {
        var token = await _scene.AuthoriseAsync(p => p.ExpiresAt = _host.Time.GetUtcNow().AddMinutes(10).ToTimestamp());
        _host.Time.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1));
        (await _scene.LicenseAsync(token, _scene.Kid("sd"))).StatusCode.ShouldBe(HttpStatusCode.OK);
        _host.Time.Advance(TimeSpan.FromSeconds(1));
        await _scene.LicenseAsync(token, _scene.Kid("sd")).ShouldBeRefusedAsync(401, "expired");
    }

    [Fact]
    public async Task License_AfterTheWithdrawal_IsRefusedAtOnceEverywhere()
    {
        await using var other = _host.Replica();
        var request = _scene.Playback();
        var (first, second) = ((await _host.PlaybackContext.AuthoriseAsync(request)).Token, (await _host.PlaybackContext.AuthoriseAsync(request)).Token);
        await other.PlaybackContext.WithdrawAsync(new() { PlaybackId = request.PlaybackId });
        await _scene.LicenseAsync(first, _scene.Kid("sd")).ShouldBeRefusedAsync(403, "withdrawn");
        await (_scene with { Host = other }).LicenseAsync(second, _scene.Kid("sd")).ShouldBeRefusedAsync(403, "withdrawn");
        (await Should.ThrowAsync<RpcException>(() => _host.PlaybackContext.AuthoriseAsync(request).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Withdraw_BeforeTheAuthorisationArrives_HoldsAndMayBeRepeated()
    {
        var request = _scene.Playback();
        for (var i = 0; i < 2; i++)
            await _host.PlaybackContext.WithdrawAsync(new() { PlaybackId = request.PlaybackId });
        (await Should.ThrowAsync<RpcException>(() => _host.PlaybackContext.AuthoriseAsync(request).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Fact]
    public async Task Withdraw_WhileLicencesAreFetched_LetsNoneThroughAfterwards()
    {
        var request = _scene.Playback();
        var token = (await _host.PlaybackContext.AuthoriseAsync(request)).Token;
        using var stop = new CancellationTokenSource();
        var withdrawn = 0;
        var fetching = Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            while (!stop.IsCancellationRequested)
            {
                var before = Volatile.Read(ref withdrawn);
                using var answer = await _scene.LicenseAsync(token, _scene.Kid("sd"));
                if (before == 1)
                    answer.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            }
        })).ToArray();
        await _host.PlaybackContext.WithdrawAsync(new() { PlaybackId = request.PlaybackId });
        Volatile.Write(ref withdrawn, 1);
        for (var i = 0; i < 20; i++)
            await _scene.LicenseAsync(token, _scene.Kid("sd")).ShouldBeRefusedAsync(403, "withdrawn");
        await stop.CancelAsync();
        await Task.WhenAll(fetching);
    }

    [Fact]
    public async Task Authorise_PlaybackOfSomebodyElse_IsRefused()
    {
        var request = _scene.Playback();
        await _host.PlaybackContext.AuthoriseAsync(request);
        request.AccountId = Guid.CreateVersion7().ToString();
        (await Should.ThrowAsync<RpcException>(() => _host.PlaybackContext.AuthoriseAsync(request).ResponseAsync)).StatusCode.ShouldBe(StatusCode.FailedPrecondition);
    }

    [Theory]
    [InlineData("past")]
    [InlineData("far")]
    [InlineData("never")]
    [InlineData("output")]
    [InlineData("tiers")]
    public async Task Authorise_OfWhatCannotBeMeant_IsInvalid(string what)
    {
        var request = _scene.Playback(p =>
        {
            p.ExpiresAt = what switch { "past" => _host.Time.GetUtcNow().ToTimestamp(), "far" => _host.Time.GetUtcNow().AddDays(61).ToTimestamp(), "never" => null, _ => p.ExpiresAt };
            p.OutputProtection = what == "output" ? "hdcp-9" : "";
            if (what == "tiers")
                p.Tiers.Add("sd");
        });
        (await Should.ThrowAsync<RpcException>(() => _host.PlaybackContext.AuthoriseAsync(request).ResponseAsync)).StatusCode.ShouldBe(StatusCode.InvalidArgument);
    }

    [Fact]
    public async Task Sweep_LongAfterTheEnd_ForgetsPlaybacksAndWithdrawals()
    {
        var request = _scene.Playback();
        await _host.PlaybackContext.AuthoriseAsync(request);
        await _host.PlaybackContext.WithdrawAsync(new() { PlaybackId = request.PlaybackId });
        (await _host.Get<Sweeper>().SweepAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromDays(62));
        await _host.Get<Sweeper>().SweepAsync(default);
        (await _host.QueryAsync(db => db.Playbacks.CountAsync()), await _host.QueryAsync(db => db.WithdrawnPlaybacks.CountAsync())).ShouldBe((0, 0));
    }

    private static PlaybackTokens Tokens(string secret) => new(Options.Create(new DrmOptions { TokenSecret = secret }));
}
