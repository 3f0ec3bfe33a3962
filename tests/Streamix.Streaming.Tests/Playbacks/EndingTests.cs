using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Contracts.Sessions;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Renewing;
using Streamix.Streaming.Tests.Playbacks.Hosting;
using Streamix.Testing.Tokens;
using Streamix.Users.Contracts.Accounts;
using Streamix.Users.Contracts.Profiles;

namespace Streamix.Streaming.Tests.Playbacks;

public sealed class EndingTests : IAsyncLifetime
{
    private readonly PlaybackHost _host = new();
    private readonly UserClaims _claims = new() { Profile = Guid.CreateVersion7() };

    public Task InitializeAsync() => _host.InitializeAsync();

    public Task DisposeAsync() => ((IAsyncLifetime)_host).DisposeAsync();

    private async Task<Guid> PlayAsync(UserClaims? claims = null) => (await _host.Viewer(claims ?? _claims).StartedAsync(_host.Routes.Add().TitleId)).Id();

    private Task OverdueAsync() => _host.Get<OverdueRounds>().EndAsync(default);

    private Task<int> CloseAsync() => _host.Get<ClosingRounds>().CloseAsync(default);

    private async Task EndedAsync(Guid id, string reason, string? code = null)
    {
        var row = await _host.RowAsync(id);
        (row.EndReason, row.EndCode).ShouldBe((reason, code));
        (await _host.EventsAsync("streaming.playback.ended", id)).ShouldHaveSingleItem().GetProperty("reason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Delete_ByManyAtOnce_EndsOnceAndGivesEverythingBack()
    {
        var id = await PlayAsync();
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => _host.Viewer(_claims).DeleteAsync($"{PlaybackCalls.Route}/{id}").ShouldBeAsync(204)));
        await CloseAsync();
        await EndedAsync(id, "stopped");
        (_host.Rights.Released.Distinct().Single(), _host.Edges.Revoked.Distinct().Single(), _host.Keys.Withdrawn.Distinct().Single()).ShouldBe(($"{id}", $"{id}", $"{id}"));
        (await _host.RowAsync(id)).ClosedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Delete_FromAnotherDevice_IsElsewhereAndItsHeartbeatSaysSo()
    {
        var id = await PlayAsync();
        var phone = _claims with { Session = "phone" };
        var listed = (await _host.Viewer(phone).GetAsync(PlaybackCalls.Route).ShouldBeAsync(200)).GetProperty("items")[0];
        (listed.Id(), listed.GetProperty("deviceName").GetString(), listed.GetProperty("mine").GetBoolean()).ShouldBe((id, "The tv", false));
        await _host.Viewer(phone).DeleteAsync($"{PlaybackCalls.Route}/{id}").ShouldBeAsync(204);
        await EndedAsync(id, "elsewhere");
        (await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200)).GetProperty("reason").GetString().ShouldBe("elsewhere");
        (await _host.Viewer(phone).GetAsync(PlaybackCalls.Route).ShouldBeAsync(200)).GetProperty("items").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task Delete_OfSomebodyElses_Is404()
    {
        var id = await PlayAsync();
        await _host.Viewer().DeleteAsync($"{PlaybackCalls.Route}/{id}").ShouldBeAsync(404);
        (await _host.RowAsync(id)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Silence_EndsThePlaybackOnce()
    {
        var (silent, heard) = (await PlayAsync(), await PlayAsync());
        await OverdueAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(40));
        await _host.Viewer(_claims).BeatAsync(heard, 1).ShouldBeAsync(200);
        _host.Time.Advance(TimeSpan.FromSeconds(10));
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OverdueAsync()));
        await EndedAsync(silent, "silent");
        (await _host.RowAsync(heard)).EndedAt.ShouldBeNull();
        (await CloseAsync()).ShouldBe(1);
        _host.Rights.Released.ShouldBe([$"{silent}"]);
    }

    [Fact]
    public async Task Window_ThatEnds_EndsThePlayback()
    {
        _host.Rights.Deciding = _ => FakeRights.Until(_host.Time.GetUtcNow().AddSeconds(30));
        var id = await PlayAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(31));
        await OverdueAsync();
        await EndedAsync(id, "revoked", RefusalCodes.NoLonger);
    }

    [Theory]
    [InlineData(300)]
    [InlineData(20)]
    [InlineData(null)]
    public async Task Window_ThatIsMoved_CountsFromTheNextRenewalOfTheSlot(int? seconds)
    {
        var began = _host.Time.GetUtcNow();
        _host.Rights.Deciding = _ => FakeRights.Until(began.AddSeconds(60));
        var id = await PlayAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        _host.Rights.Deciding = _ => seconds is { } moved ? FakeRights.Until(began.AddSeconds(moved)) : FakeRights.Yes();
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(1);
        _host.Time.Advance(TimeSpan.FromSeconds(seconds == 20 ? 10 : 50));
        await OverdueAsync();
        (await _host.RowAsync(id)).EndCode.ShouldBe(seconds == 20 ? RefusalCodes.NoLonger : null);
    }

    [Fact]
    public async Task Window_OfWhichNothingCanBeDecidedNow_StaysAsItWas()
    {
        _host.Rights.Deciding = _ => FakeRights.Until(_host.Time.GetUtcNow().AddSeconds(60));
        var id = await PlayAsync();
        var end = (await _host.RowAsync(id)).GoodUntil.ShouldNotBeNull();
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        _host.Rights.Deciding = _ => new() { Allowed = true };
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(1);
        (await _host.RowAsync(id)).GoodUntil.ShouldBe(end);
    }

    [Fact]
    public async Task Silence_WhileNobodyLooked_IsNoReasonUntilAllHadTimeToBeHeard()
    {
        var id = await PlayAsync();
        await OverdueAsync();
        _host.Time.Advance(TimeSpan.FromDays(3));
        await OverdueAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(44));
        await OverdueAsync();
        (await _host.RowAsync(id)).EndedAt.ShouldBeNull();
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        await OverdueAsync();
        await EndedAsync(id, "silent");
    }

    [Fact]
    public async Task Silence_BrokenBeforeTheEnd_GoesOn()
    {
        var id = await PlayAsync();
        _host.Time.Advance(TimeSpan.FromMinutes(1));
        var heard = _host.Time.GetUtcNow().AddSeconds(-45);
        await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        await using var scope = _host.Services.CreateAsyncScope();
        (await scope.ServiceProvider.GetRequiredService<EndingDesk>().EndSilentAsync([id], heard, default)).ShouldBeEmpty();
        (await _host.RowAsync(id)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public void Vigil_WithAGapOrAFailure_BeginsAnew()
    {
        var (vigil, now) = (new Vigil(TimeSpan.FromSeconds(10)), _host.Time.GetUtcNow());
        TimeSpan After(int seconds) => vigil.Look(now.AddSeconds(seconds));
        (After(0), After(10), After(20)).ShouldBe((TimeSpan.Zero, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(20)));
        (After(31), After(36)).ShouldBe((TimeSpan.Zero, TimeSpan.FromSeconds(5)));
        vigil.Break();
        After(37).ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public async Task Slots_OfWhatIsHeardOf_AreRenewedTogether()
    {
        var ids = new[] { await PlayAsync(), await PlayAsync() };
        var silent = await PlayAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        foreach (var id in ids)
            await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(2);
        _host.Rights.Renewed.Select(r => Guid.Parse(r.PlaybackId)).ShouldBe(ids, ignoreOrder: true);
        _host.Rights.Renewed.ShouldAllBe(r => r.Country == "DE");
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(0);
        (await _host.RowAsync(silent)).SlotRenewedAt.ShouldBe((await _host.RowAsync(silent)).StartedAt);
    }

    [Fact]
    public async Task Slot_ThatIsRefused_EndsThePlayback()
    {
        var (gone, stays) = (await PlayAsync(), await PlayAsync());
        _host.Rights.Deciding = request => request.PlaybackId == $"{gone}" ? FakeRights.No(RefusalCodes.AboveMaturity) : FakeRights.Yes();
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        foreach (var id in (Guid[])[gone, stays])
            await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        await _host.Get<SlotRounds>().RenewAsync(default);
        await EndedAsync(gone, "revoked", RefusalCodes.AboveMaturity);
        (await _host.Viewer(_claims).BeatAsync(gone, 2).ShouldBeAsync(200)).GetProperty("code").GetString().ShouldBe(RefusalCodes.AboveMaturity);
        (await _host.RowAsync(stays)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Slots_WhileRightsAreAway_ComeSoonAfter()
    {
        var id = await PlayAsync();
        _host.Time.Advance(TimeSpan.FromSeconds(16));
        await _host.Viewer(_claims).BeatAsync(id, 1).ShouldBeAsync(200);
        _host.Rights.Reach.Down = true;
        await Should.ThrowAsync<Grpc.Core.RpcException>(_host.Get<SlotRounds>().RenewAsync(default));
        _host.Rights.Reach.Down = false;
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(0);
        _host.Time.Advance(TimeSpan.FromSeconds(3));
        (await _host.Get<SlotRounds>().RenewAsync(default)).ShouldBe(1);
        (await _host.RowAsync(id)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Closing_WithSomebodyAway_IsTriedUntilAllHaveAnswered()
    {
        var id = await PlayAsync();
        (_host.Edges.Reach.Down, _host.Keys.Reach.Down) = (true, true);
        await _host.Viewer(_claims).DeleteAsync($"{PlaybackCalls.Route}/{id}").ShouldBeAsync(204);
        _host.Rights.Released.ShouldBe([$"{id}"]);
        _host.Keys.Reach.Down = false;
        _host.Time.Advance(TimeSpan.FromSeconds(2));
        (await CloseAsync()).ShouldBe(1);
        (await _host.RowAsync(id)).ClosedAt.ShouldBeNull();
        _host.Edges.Reach.Down = false;
        _host.Time.Advance(TimeSpan.FromSeconds(3));
        (await CloseAsync()).ShouldBe(1);
        (await _host.RowAsync(id)).ClosedAt.ShouldNotBeNull();
        (_host.Edges.Revoked.Count, await CloseAsync()).ShouldBe((1, 0));
    }

    [Fact]
    public async Task Session_ThatEnds_TakesItsPlaybacksOnly()
    {
        var (here, there) = (await PlayAsync(), await PlayAsync(_claims with { Session = "phone" }));
        await _host.HandleAsync<EndOfSession, SessionEnded>(new(_claims.Account, _claims.Session, SessionEnds.ProfileRemoved, _host.Time.GetUtcNow()));
        (await _host.RowAsync(here)).EndedAt.ShouldBeNull();
        for (var i = 0; i < 2; i++)
            await _host.HandleAsync<EndOfSession, SessionEnded>(new(_claims.Account, _claims.Session, SessionEnds.Revoked, _host.Time.GetUtcNow()));
        await EndedAsync(here, "revoked");
        (await _host.RowAsync(there)).EndedAt.ShouldBeNull();
        await CloseAsync();
        _host.Edges.Revoked.ShouldBe([$"{here}"]);
    }

    [Fact]
    public async Task Account_ThatIsSuspended_PlaysNothing()
    {
        var (id, others) = (await PlayAsync(), await PlayAsync(new() { Profile = Guid.CreateVersion7() }));
        await _host.HandleAsync<EndOfAccount, AccountStatusChanged>(new(_claims.Account, AccountStatuses.Active, null, 1, _host.Time.GetUtcNow()));
        (await _host.RowAsync(id)).EndedAt.ShouldBeNull();
        await _host.HandleAsync<EndOfAccount, AccountStatusChanged>(new(_claims.Account, AccountStatuses.Suspended, "abuse", 2, _host.Time.GetUtcNow()));
        await EndedAsync(id, "revoked");
        (await _host.RowAsync(others)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Profile_ThatIsRemoved_PlaysNothing()
    {
        var (id, others) = (await PlayAsync(), await PlayAsync(_claims with { Profile = Guid.CreateVersion7() }));
        await _host.HandleAsync<EndOfProfile, ProfileRemoved>(new(_claims.Profile!.Value, _claims.Account, _host.Time.GetUtcNow()));
        await EndedAsync(id, "revoked");
        (await _host.RowAsync(others)).EndedAt.ShouldBeNull();
    }

    [Fact]
    public async Task Sweeper_RemovesWhatIsOverForLongAndGivenBack()
    {
        var (old, open) = (await PlayAsync(), await PlayAsync());
        await _host.Viewer(_claims).DeleteAsync($"{PlaybackCalls.Route}/{old}").ShouldBeAsync(204);
        _host.Time.Advance(TimeSpan.FromDays(31));
        (await _host.Get<Sweeper>().SweepAsync(default)).ShouldBe(1);
        (await _host.QueryAsync(db => db.Playbacks.Select(p => p.Id).ToListAsync())).ShouldBe([open]);
    }
}
