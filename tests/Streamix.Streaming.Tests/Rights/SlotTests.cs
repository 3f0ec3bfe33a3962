using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>Leases in a real Redis, asked by two replicas.</summary>
public sealed class SlotTests : IAsyncLifetime
{
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly RightsHost _one = new();
    private RightsHost _two = null!;

    public async Task InitializeAsync()
    {
        await _one.InitializeAsync();
        _two = _one.Replica();
    }

    public async Task DisposeAsync()
    {
        await _one.DisposeAsync();
        await _two.DisposeAsync();
    }

    private SlotWish Wish(Guid? playback = null, int limit = 2, Guid? insteadOf = null, string device = "") =>
        new(_account, playback ?? Guid.CreateVersion7(), Guid.CreateVersion7(), "Firefox | Linux", limit, insteadOf, device);

    private Task<SlotAnswer> AdmitAsync(Guid? playback = null, int limit = 2, Guid? insteadOf = null) => _one.Get<SlotDesk>().AdmitAsync(Wish(playback, limit, insteadOf));

    private Task<SlotAnswer> RenewAsync(Guid playback, int limit = 2) => _two.Get<SlotDesk>().RenewAsync(Wish(playback, limit));

    private async Task<Guid> PlayAsync(int limit = 2)
    {
        var playback = Guid.CreateVersion7();
        (await AdmitAsync(playback, limit)).Outcome.ShouldBe(SlotOutcome.Held);
        return playback;
    }

    [Fact]
    public async Task Admit_BeyondTheLimit_IsFullAndTellsWhatPlays()
    {
        Guid[] playing = [await PlayAsync(), await PlayAsync()];
        var answer = await _two.Get<SlotDesk>().AdmitAsync(Wish());
        answer.ShouldSatisfyAllConditions(a => a.Outcome.ShouldBe(SlotOutcome.Full), a => a.Local.ShouldBeFalse(), a => a.Left.ShouldBe(TimeSpan.Zero));
        answer.Streams.Select(s => s.PlaybackId).ShouldBe(playing, ignoreOrder: true);
        answer.Streams.ShouldAllBe(s => s.DeviceName == "Firefox | Linux" && _one.Time.GetUtcNow() - s.Since < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Admit_ByManyAtOnceOnTwoReplicas_NeverExceedsTheLimit()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(i => (i % 2 == 0 ? _one : _two).Get<SlotDesk>().AdmitAsync(Wish(limit: 3))));
        answers.Count(a => a.Outcome == SlotOutcome.Held).ShouldBe(3);
        answers.ShouldAllBe(a => !a.Local);
        (await _two.Get<SlotDesk>().ListAsync(_account)).Count.ShouldBe(3);
    }

    [Fact]
    public async Task Admit_TheSameAgain_KeepsItsSlot()
    {
        var playback = await PlayAsync(limit: 1);
        (await AdmitAsync(playback, limit: 1)).Outcome.ShouldBe(SlotOutcome.Held);
        (await _one.Get<SlotDesk>().ListAsync(_account)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Admit_TheSameByManyAtOnce_TakesOneSlot()
    {
        var playback = Guid.CreateVersion7();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _two).Get<SlotDesk>().AdmitAsync(Wish(playback, limit: 1))));
        answers.ShouldAllBe(a => a.Outcome == SlotOutcome.Held && !a.Local);
        (await _two.Get<SlotDesk>().ListAsync(_account)).Select(s => s.PlaybackId).ShouldBe([playback]);
    }

    [Fact]
    public async Task Admit_AgainAfterARelease_IsAStartLikeAnother()
    {
        var playback = await PlayAsync(limit: 1);
        await _two.Get<SlotDesk>().ReleaseAsync(_account, playback);
        (await AdmitAsync(playback, limit: 1)).Outcome.ShouldBe(SlotOutcome.Held); // the same start, tried again
        (await RenewAsync(playback, limit: 1)).Outcome.ShouldBe(SlotOutcome.Held);
        await _two.Get<SlotDesk>().ReleaseAsync(_account, playback);
        await PlayAsync(limit: 1);
        (await AdmitAsync(playback, limit: 1)).Outcome.ShouldBe(SlotOutcome.Full);
    }

    [Fact]
    public async Task Admit_InsteadOfAnother_TakesOverAndTheOtherCannotRenew()
    {
        var (first, second) = (await PlayAsync(), await PlayAsync());
        var third = Guid.CreateVersion7();
        (await AdmitAsync(third, insteadOf: first)).Streams.Select(s => s.PlaybackId).ShouldBe([second]);
        await _one.Get<SlotDesk>().ReleaseAsync(_account, second);
        (await RenewAsync(first)).Outcome.ShouldBe(SlotOutcome.Stopped); // although there is room again
        (await RenewAsync(third)).Outcome.ShouldBe(SlotOutcome.Held);
    }

    [Fact]
    public async Task Admit_InsteadOfOneWhereThatIsNotEnough_StopsNothing()
    {
        var (first, second) = (await PlayAsync(), await PlayAsync());
        (await AdmitAsync(limit: 1, insteadOf: first)).Outcome.ShouldBe(SlotOutcome.Full);
        (await RenewAsync(first)).Outcome.ShouldBe(SlotOutcome.Held);
        (await RenewAsync(second, limit: 1)).Outcome.ShouldBe(SlotOutcome.Held); // a smaller plan cuts nobody who plays
    }

    [Fact]
    public async Task Admit_TakeOversByManyAtOnce_NeverExceedTheLimit()
    {
        var victim = await PlayAsync(limit: 1);
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _two).Get<SlotDesk>().AdmitAsync(Wish(limit: 1, insteadOf: victim))));
        answers.Count(a => a.Outcome == SlotOutcome.Held).ShouldBe(1);
    }

    [Fact]
    public async Task Admit_OnADeviceThatPlaysAlready_TakesOverItsOldestOnlyWhenAllSlotsAreTaken()
    {
        var desk = _one.Get<SlotDesk>();
        // Of two that begin within a millisecond the one with the smaller id counts as the older.
        var (first, second, third) = (Guid.CreateVersion7(Some.Now), Guid.CreateVersion7(Some.Now.AddSeconds(1)), Guid.CreateVersion7());
        foreach (var playback in (Guid[])[first, second])
            (await desk.AdmitAsync(Wish(playback, device: "tv"))).Outcome.ShouldBe(SlotOutcome.Held);
        (await desk.AdmitAsync(Wish(device: "phone"))).Outcome.ShouldBe(SlotOutcome.Full);
        (await desk.AdmitAsync(Wish())).Outcome.ShouldBe(SlotOutcome.Full);
        (await _two.Get<SlotDesk>().AdmitAsync(Wish(third, device: "tv"))).Streams.Select(s => s.PlaybackId).ShouldBe([second]);
        (await desk.AdmitAsync(Wish(limit: 1, device: "tv"))).Outcome.ShouldBe(SlotOutcome.Full); // one of the two would not be enough
        (await RenewAsync(first)).Outcome.ShouldBe(SlotOutcome.Stopped);
        (await RenewAsync(second)).Outcome.ShouldBe(SlotOutcome.Held);
    }

    [Fact]
    public async Task Admit_OfStreamsWithoutADevice_NeverTakesOver()
    {
        await PlayAsync(limit: 1);
        (await AdmitAsync(limit: 1)).Outcome.ShouldBe(SlotOutcome.Full);
    }

    [Fact]
    public async Task Admit_ByManyOfOneDeviceAtOnce_LeavesOne()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => (i % 2 == 0 ? _one : _two).Get<SlotDesk>().AdmitAsync(Wish(limit: 1, device: "tv"))));
        answers.ShouldAllBe(a => a.Outcome == SlotOutcome.Held && !a.Local);
        (await _two.Get<SlotDesk>().ListAsync(_account)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Release_OfAPlayback_FreesItsSlotAndALateRenewalDoesNotBringItBack()
    {
        var playback = await PlayAsync(limit: 1);
        await _two.Get<SlotDesk>().ReleaseAsync(_account, playback);
        await _two.Get<SlotDesk>().ReleaseAsync(_account, Guid.CreateVersion7());
        (await RenewAsync(playback, limit: 1)).Outcome.ShouldBe(SlotOutcome.Stopped);
        (await AdmitAsync(limit: 1)).Outcome.ShouldBe(SlotOutcome.Held);
    }

    [Fact]
    public async Task Slots_OfDeadPlaybacks_EndByThemselves()
    {
        await using var host = Short(TimeSpan.FromMilliseconds(400));
        var desk = host.Get<SlotDesk>();
        (await desk.AdmitAsync(Wish(limit: 1))).Outcome.ShouldBe(SlotOutcome.Held);
        await Until.TrueAsync(async () => (await desk.AdmitAsync(Wish(limit: 1))).Outcome == SlotOutcome.Held, "the dead one's slot is free");
        await Until.TrueAsync(async () => (await desk.ListAsync(_account)).Count == 0, "nothing is left");
    }

    [Fact]
    public async Task Renew_InTime_KeepsTheSlotBeyondItsLease()
    {
        await using var host = Short(TimeSpan.FromSeconds(5));
        var (desk, playback, begun) = (host.Get<SlotDesk>(), Guid.CreateVersion7(), DateTimeOffset.UtcNow);
        await desk.AdmitAsync(Wish(playback, limit: 1));
        List<(SlotOutcome Own, SlotOutcome Others)> outcomes = [];
        await Until.TrueAsync(async () =>
        {
            outcomes.Add(((await desk.RenewAsync(Wish(playback, limit: 1))).Outcome, (await desk.AdmitAsync(Wish(limit: 1))).Outcome));
            return DateTimeOffset.UtcNow - begun > TimeSpan.FromSeconds(7);
        }, "a lease has passed");
        outcomes.ShouldAllBe(o => o.Own == SlotOutcome.Held && o.Others == SlotOutcome.Full);
    }

    [Fact]
    public async Task Renew_AfterAMissedLease_NeedsRoom()
    {
        await using var host = Short(TimeSpan.FromMilliseconds(300));
        var (desk, late) = (host.Get<SlotDesk>(), Guid.CreateVersion7());
        await desk.AdmitAsync(Wish(late, limit: 1));
        var next = Guid.CreateVersion7();
        await Until.TrueAsync(async () => (await desk.AdmitAsync(Wish(next, limit: 1))).Outcome == SlotOutcome.Held, "the slot is free");
        await Until.TrueAsync(async () =>
        {
            await desk.AdmitAsync(Wish(next, limit: 1));
            if ((await desk.RenewAsync(Wish(late, limit: 1))).Outcome == SlotOutcome.Full) return true;
            await desk.ReleaseAsync(_account, late); // the next one has missed its own lease
            return false;
        }, "the late one is refused");
        await desk.ReleaseAsync(_account, next);
        (await desk.RenewAsync(Wish(late, limit: 1))).Outcome.ShouldBe(SlotOutcome.Held);
    }

    private RightsHost Short(TimeSpan lease) => new()
    {
        Database = _one.Database, Redis = _one.Redis, Settings = new(StringComparer.Ordinal) { ["Rights:Lease"] = lease.ToString() },
    };
}
