using Shouldly;
using Streamix.Messaging.Kit.Faults;
using Streamix.Messaging.Kit.Processes;
using Streamix.Messaging.Kit.Roles;
using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>Misbehaving transports, dying processes, a broker that goes away.</summary>
public abstract class FaultContract : TransportContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    [Fact]
    public async Task Duplicates_stale_copies_and_lost_confirmations_Change_nothing()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync(new(new Random(1)) { Duplicate = 0.3, Stale = 0.3, LoseConfirm = 0.03, Refuse = 0.03 });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        (await stage.SettleAsync(Patience)).ShouldBeClean();
    }

    [Fact]
    public async Task Reordered_subjects_and_broken_subscriptions_Change_nothing()
    {
        var stage = await StageAsync();
        var publisher = await stage.PublisherAsync();
        var consumer = await stage.ConsumerAsync(new(new Random(2)) { Reorder = 0.3, Disconnect = [60, 150, 290] });
        await Task.WhenAll(Enumerable.Range(0, 30).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        (await stage.SettleAsync(Patience)).ShouldBeClean();
        consumer.Log.All.ShouldContain(l => l.Contains("was lost", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Broker_that_goes_away_and_comes_back_Loses_nothing()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        var interruption = Transport.InterruptAsync();
        await Task.WhenAll(Enumerable.Range(0, 10).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        await interruption;
        await Task.WhenAll(Enumerable.Range(0, 10).Select(s => publisher.StepAsync($"subject-{s}", 10)));
        (await stage.SettleAsync(Patience)).ShouldBeClean();
    }

    [Theory]
    [InlineData(Role.Publish, "Committed:20")]
    [InlineData(Role.Relay, "BeforePublish:20")]
    [InlineData(Role.Relay, "Confirmed:20")]
    [InlineData(Role.Relay, "Deleted:1")]
    [InlineData(Role.Consume, "BeforeHandler:20")]
    [InlineData(Role.Consume, "Handled:20")]
    [InlineData(Role.Consume, "Applied:20")]
    public async Task Process_that_dies_at_a_step_Loses_and_repeats_nothing(Role role, string step)
    {
        var stage = await StageAsync(s => s with { Target = 200 });
        await using var dying = KitProcess.Start(role, stage.Settings with { CrashAt = step });
        if (role is not Role.Consume)
            await stage.ConsumerAsync();
        if (role is not Role.Relay)
            await stage.PublisherAsync();
        if (role is Role.Publish)
            await dying.DiedAsync(Patience); // else the other may reach the target before it
        await using var publishing = KitProcess.Start(Role.Publish, stage.Settings);
        await dying.DiedAsync(Patience);
        if (role is Role.Consume)
            await stage.ConsumerAsync();
        if (role is Role.Relay)
            await stage.PublisherAsync();
        await publishing.EndedAsync();
        (await stage.SettleAsync(Patience)).ShouldBeClean();
    }
}
