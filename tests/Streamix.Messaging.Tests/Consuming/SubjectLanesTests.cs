using System.Collections.Concurrent;
using Shouldly;
using Streamix.ServiceDefaults.Messaging.Consuming;
using Streamix.Testing;

namespace Streamix.Messaging.Tests.Consuming;

public sealed class SubjectLanesTests
{
    private readonly ConcurrentQueue<string> _handled = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _gates = new();

    [Fact]
    public async Task Deliveries_of_one_subject_Run_in_order_While_others_overtake()
    {
        var lanes = Lanes(4);
        var held = Gate("a1");
        TestDelivery[] deliveries = [new("a", 1), new("a", 2), new("b", 1)];
        foreach (var delivery in deliveries)
            lanes.Enqueue(delivery);
        await Until.TrueAsync(() => deliveries[2].IsAcknowledged, "b is done");
        _handled.ShouldBe(["b1"]);
        held.SetResult();
        await Until.TrueAsync(() => deliveries[1].IsAcknowledged, "a is done");
        _handled.ShouldBe(["b1", "a1", "a2"]);
    }

    [Fact]
    public async Task Concurrency_Is_limited()
    {
        var lanes = Lanes(2);
        TaskCompletionSource[] gates = [Gate("a1"), Gate("b1"), Gate("c1")];
        foreach (var subject in (string[])["a", "b", "c"])
            lanes.Enqueue(new TestDelivery(subject, 1));
        await Until.TrueAsync(() => _started.Count == 2, "two run");
        gates[Array.IndexOf(["a1", "b1", "c1"], _started.First())].SetResult();
        await Until.TrueAsync(() => _started.Count == 3, "the third runs");
        foreach (var gate in gates)
            gate.TrySetResult();
    }

    [Fact]
    public async Task Pause_for_a_retry_Gives_its_place_to_another_subject()
    {
        var done = new TaskCompletionSource();
        var lanes = new SubjectLanes(1, async (delivery, slot, _) =>
        {
            if (delivery.Message.Subject == "sick")
                await slot.PauseAsync(TimeSpan.FromHours(1), TimeProvider.System);
            done.SetResult();
        });
        lanes.Enqueue(new TestDelivery("sick", 1));
        lanes.Enqueue(new TestDelivery("well", 1));
        await done.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await lanes.DrainAsync();
    }

    [Fact]
    public async Task Close_Begins_nothing_more_at_once()
    {
        var lanes = Lanes(4);
        var held = Gate("a1");
        TestDelivery running = new("a", 1), waiting = new("a", 2), late = new("b", 1);
        lanes.Enqueue(running);
        lanes.Enqueue(waiting);
        await Until.TrueAsync(() => _started.Count == 1, "it runs");
        lanes.Close();
        lanes.Enqueue(late);
        held.SetResult();
        await lanes.DrainAsync().WaitAsync(TimeSpan.FromSeconds(10));
        (running.IsAcknowledged, waiting.IsAbandoned, late.IsAbandoned).ShouldBe((true, true, true));
    }

    [Fact]
    public async Task Drain_Finishes_what_runs_and_gives_up_what_waits()
    {
        var lanes = Lanes(4);
        var held = Gate("a1");
        TestDelivery running = new("a", 1), waiting = new("a", 2);
        lanes.Enqueue(running);
        lanes.Enqueue(waiting);
        await Until.TrueAsync(() => _started.Count == 1, "it runs");
        var drained = lanes.DrainAsync();
        drained.IsCompleted.ShouldBeFalse();
        held.SetResult();
        await drained.WaitAsync(TimeSpan.FromSeconds(10));
        (running.IsAcknowledged, waiting.IsAcknowledged, waiting.IsAbandoned).ShouldBe((true, false, true));
    }

    [Fact]
    public async Task Delivery_that_was_revoked_Is_not_handled()
    {
        var lanes = Lanes(1);
        var revoked = new TestDelivery("a", 1, new CancellationToken(canceled: true));
        lanes.Enqueue(revoked);
        await Until.TrueAsync(() => revoked.IsAbandoned, "it is given up");
        _started.ShouldBeEmpty();
        lanes.Fault.IsCompleted.ShouldBeFalse();
    }

    [Fact]
    public async Task Unexpected_failure_Stops_everything_Because_the_next_must_not_overtake()
    {
        var lanes = new SubjectLanes(4, (_, _, _) => throw new InvalidOperationException("bug"));
        TestDelivery[] deliveries = [new("a", 1), new("a", 2)];
        foreach (var delivery in deliveries)
            lanes.Enqueue(delivery);
        (await lanes.Fault.WaitAsync(TimeSpan.FromSeconds(10))).Message.ShouldBe("bug");
        await lanes.DrainAsync().WaitAsync(TimeSpan.FromSeconds(10));
        await Until.TrueAsync(() => deliveries.All(d => d.IsAbandoned), "both are given back");
        deliveries.ShouldAllBe(d => !d.IsAcknowledged);
    }

    private readonly ConcurrentQueue<string> _started = new();

    private TaskCompletionSource Gate(string key) => _gates[key] = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private SubjectLanes Lanes(int concurrency) => new(concurrency, async (delivery, _, _) =>
    {
        var key = delivery.Message.Subject + ((TestDelivery)delivery).Number;
        _started.Enqueue(key);
        if (_gates.TryGetValue(key, out var gate))
            await gate.Task;
        _handled.Enqueue(key);
    });
}
