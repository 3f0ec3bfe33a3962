using Microsoft.EntityFrameworkCore;
using Shouldly;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Roles;
using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>At least once, once applied, in order, shared by replicas, copied to groups.</summary>
public abstract class DeliveryContract : TransportContract
{
    [Fact]
    public async Task Events_of_many_subjects_Reach_the_handler_Once_and_in_order()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task Rolled_back_transaction_Sends_nothing()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync();
        await Should.ThrowAsync<InvalidOperationException>(() => Failing.StepAsync(publisher, "a"));
        await publisher.StepAsync("b");
        await stage.AppliedAsync(1);
        (await Verdict.OnAsync(stage.Settings.PublisherDb, stage.Settings.ConsumerDb)).ShouldBeClean();
    }

    [Fact]
    public async Task Replicas_of_relay_and_group_Keep_order_and_apply_once()
    {
        var stage = await StageAsync();
        for (var i = 0; i < 3; i++)
            await stage.ConsumerAsync(behaviour: new() { Node = $"c{i}" });
        var (first, second) = (await stage.PublisherAsync(), await stage.PublisherAsync());
        await Task.WhenAll(Enumerable.Range(0, 200).Select(i => (i % 2 == 0 ? first : second).StepAsync($"subject-{i % 16}", 3)));
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task Two_groups_Each_get_everything()
    {
        var stage = await StageAsync();
        var other = stage.Settings with { Group = "other", ConsumerDb = (await StageAsync()).Settings.ConsumerDb };
        await stage.ConsumerAsync();
        await stage.ConsumerAsync(settings: other);
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(s => publisher.StepAsync($"subject-{s}", 5)));
        (await stage.SettleAsync()).ShouldBeClean();
        await Testing.Until.TrueAsync(async () => await KitDatabase.AppliedAsync(other.ConsumerDb) == 50, "the other group has all");
        (await Verdict.OnAsync(stage.Settings.PublisherDb, other.ConsumerDb)).ShouldBeClean();
    }

    [Fact]
    public async Task Member_that_leaves_Hands_over_without_loss_or_repetition()
    {
        var stage = await StageAsync();
        var leaving = await stage.ConsumerAsync(behaviour: Slow("leaving"));
        await stage.ConsumerAsync(behaviour: Slow("staying"));
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        await stage.AppliedAsync(30);
        await leaving.StopAsync();
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task Slow_consumer_Gets_everything_without_being_flooded()
    {
        var running = 0;
        var most = 0;
        var stage = await StageAsync(s => s with { More = new Dictionary<string, string> { ["Messaging:Concurrency"] = "3", ["Messaging:Prefetch"] = "8" } });
        await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = async (_, _, token) =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(15, token);
                Interlocked.Decrement(ref running);
            },
        });
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 30).Select(s => publisher.StepAsync($"subject-{s}", 5)));
        (await stage.SettleAsync()).ShouldBeClean();
        most.ShouldBeInRange(2, 3);
    }

    [Fact]
    public async Task Members_that_come_and_go_while_one_is_full_Stop_nothing()
    {
        var stage = await StageAsync(s => s with { More = new Dictionary<string, string> { ["Messaging:Prefetch"] = "4" } });
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 20).Select(s => publisher.StepAsync($"subject-{s}", 20)));
        await stage.ConsumerAsync(behaviour: Slow("full"));
        await stage.AppliedAsync(10);
        var passing = await stage.ConsumerAsync(behaviour: Slow("passing"));
        await stage.AppliedAsync(100);
        await passing.StopAsync();
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task First_listener_of_a_type_Gets_what_was_committed_before_it_came()
    {
        var stage = await StageAsync();
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync("early", 5);
        await Testing.Until.TrueAsync(
            async () => Transport.ReportsUnrouted ? publisher.Log.All.Any(l => l.Contains("Nobody listens", StringComparison.Ordinal)) : await stage.OutboxAsync() == 0,
            "the events were offered");
        await stage.ConsumerAsync();
        (await stage.SettleAsync()).ShouldBeClean();
    }

    private static HandlerBehaviour Slow(string node) => new() { Node = node, BeforeAsync = (_, _, token) => Task.Delay(10, token) };
}
