using Shouldly;
using Streamix.ServiceDefaults.Messaging.Kafka;

namespace Streamix.Messaging.Tests.Kafka;

public sealed class PartitionProgressTests
{
    private readonly PartitionProgress _progress = new();

    [Fact]
    public void Offset_to_commit_Stops_at_the_first_that_is_not_done()
    {
        Receive(10, 11, 12);
        _progress.Done(12);
        _progress.Done(10);
        _progress.Advance().ShouldBe(11);
        _progress.Done(11);
        _progress.Advance().ShouldBe(13);
    }

    [Fact]
    public void Nothing_new_Commits_nothing()
    {
        _progress.Advance().ShouldBeNull();
        Receive(5);
        _progress.Done(5);
        _progress.Advance().ShouldBe(6);
        _progress.Advance().ShouldBeNull();
    }

    [Fact]
    public void Commit_that_failed_Is_said_again_Unless_a_later_one_succeeded()
    {
        Receive(5);
        _progress.Done(5);
        _progress.Advance().ShouldBe(6);
        _progress.Retract(6);
        _progress.Advance().ShouldBe(6);
        Receive(6);
        _progress.Done(6);
        _progress.Advance().ShouldBe(7);
        _progress.Retract(6);
        _progress.Advance().ShouldBeNull();
    }

    [Fact]
    public void Abandoned_event_Is_never_passed_over()
    {
        Receive(1, 2);
        _progress.Abandoned();
        _progress.Done(2);
        _progress.Advance().ShouldBe(1);
    }

    [Fact]
    public async Task Close_Revokes_and_waits_for_what_is_unsettled()
    {
        Receive(1, 2);
        var closed = _progress.CloseAsync();
        _progress.Revoked.IsCancellationRequested.ShouldBeTrue();
        _progress.Done(1);
        closed.IsCompleted.ShouldBeFalse();
        _progress.Abandoned();
        await closed.WaitAsync(TimeSpan.FromSeconds(5));
        _progress.Advance().ShouldBe(2);
    }

    private void Receive(params long[] offsets)
    {
        foreach (var offset in offsets)
            _progress.Received(offset);
    }
}
