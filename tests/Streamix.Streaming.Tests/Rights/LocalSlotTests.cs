using Microsoft.Extensions.Options;
using Streamix.Streaming.Rights;
using Streamix.Streaming.Rights.Slots;
using Streamix.Streaming.Tests.Rights.Hosting;
using Streamix.Testing;

namespace Streamix.Streaming.Tests.Rights;

/// <summary>What a replica counts by itself.</summary>
public sealed class LocalSlotTests
{
    private static readonly TimeSpan Lease = new RightsOptions().Lease;
    private readonly MovingTime _time = new(Some.Now);
    private readonly Guid _account = Guid.CreateVersion7();
    private readonly LocalSlots _slots;

    public LocalSlotTests() => _slots = new(Options.Create(new RightsOptions()), _time);

    private SlotWish Wish(Guid? playback = null, Guid? insteadOf = null, string device = "") =>
        new(_account, playback ?? Guid.CreateVersion7(), Guid.CreateVersion7(), "TV", 2, insteadOf, device);

    [Fact]
    public void Admit_UpToTheLimit_IsHeldAndThenFull()
    {
        var outcomes = Enumerable.Range(0, 4).Select(_ => _slots.Admit(Wish()).Outcome).ToArray();
        outcomes.ShouldBe([SlotOutcome.Held, SlotOutcome.Held, SlotOutcome.Full, SlotOutcome.Full]);
        _slots.List(_account).Count.ShouldBe(2);
        _slots.Admit(new(Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid(), "", 1)).ShouldSatisfyAllConditions(a => a.Outcome.ShouldBe(SlotOutcome.Held), a => a.Local.ShouldBeTrue());
    }

    [Fact]
    public void Admit_AfterALease_HasRoomAgain()
    {
        _slots.Admit(Wish());
        _slots.Admit(Wish());
        _time.Advance(Lease);
        _slots.Admit(Wish()).Outcome.ShouldBe(SlotOutcome.Held);
        _slots.List(_account).Count.ShouldBe(1);
    }

    [Fact]
    public void Admit_KnowsWhatRedisLetIn()
    {
        var other = Guid.CreateVersion7();
        _slots.Note(Wish(other), new(SlotOutcome.Held, Lease, []));
        _slots.Note(Wish(), new(SlotOutcome.Full, TimeSpan.Zero, []));
        _slots.Admit(Wish()).Streams.Select(s => s.PlaybackId).ShouldBe([other]);
        _slots.Admit(Wish()).Outcome.ShouldBe(SlotOutcome.Full);
    }

    [Fact]
    public void Renew_OfWhoeverWasLetInSomewhere_IsHeldButForTheStopped()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _slots.Admit(Wish(first));
        _slots.Admit(Wish(second));
        _slots.Renew(Wish()).Outcome.ShouldBe(SlotOutcome.Held);
        _slots.Release(_account, second);
        _slots.Renew(Wish(second)).Outcome.ShouldBe(SlotOutcome.Stopped);
    }

    [Fact]
    public void Admit_InsteadOfAnother_TakesOver()
    {
        var first = Guid.CreateVersion7();
        _slots.Admit(Wish(first));
        _slots.Admit(Wish());
        _slots.Admit(Wish(insteadOf: first)).Outcome.ShouldBe(SlotOutcome.Held);
        _slots.Renew(Wish(first)).Outcome.ShouldBe(SlotOutcome.Stopped);
    }

    [Fact]
    public void Admit_OnADeviceThatPlaysAlready_TakesOverItsOldest()
    {
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        _slots.Admit(Wish(first, device: "tv"));
        _time.Advance(TimeSpan.FromSeconds(1));
        _slots.Admit(Wish(second, device: "tv"));
        _slots.Admit(Wish(device: "phone")).Outcome.ShouldBe(SlotOutcome.Full);
        _slots.Admit(Wish()).Outcome.ShouldBe(SlotOutcome.Full);
        _slots.Admit(Wish(device: "tv")).Streams.Select(s => s.PlaybackId).ShouldBe([second]);
        _slots.Renew(Wish(first, device: "tv")).Outcome.ShouldBe(SlotOutcome.Stopped);
    }

    [Fact]
    public void Note_OfADeviceThatTookOverInRedis_ForgetsWhatItHadBefore()
    {
        var (old, another, next) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        _slots.Note(Wish(old, device: "tv"), new(SlotOutcome.Held, Lease, []));
        _slots.Note(Wish(another, device: "phone"), new(SlotOutcome.Held, Lease, []));
        _slots.Note(Wish(next, device: "tv"), new(SlotOutcome.Held, Lease, []));
        _slots.List(_account).Select(s => s.PlaybackId).ShouldBe([another, next], ignoreOrder: true);
    }

    [Fact]
    public void Accounts_WhoseStreamsAreOver_AreForgottenWithinALease()
    {
        for (var i = 0; i < 100; i++)
            _slots.Admit(Wish() with { AccountId = Guid.CreateVersion7() });
        _slots.Count.ShouldBe(100);
        _time.Advance(Lease);
        _slots.Admit(Wish());
        _slots.Count.ShouldBe(1);
    }

    [Fact]
    public void Forget_OfAnAccount_LeavesNothing()
    {
        _slots.Admit(Wish());
        _slots.Forget(_account);
        _slots.List(_account).ShouldBeEmpty();
    }
}
