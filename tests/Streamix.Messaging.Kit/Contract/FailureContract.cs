using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.DeadLetters;
using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>Retries, dead letters, poison.</summary>
public abstract class FailureContract : TransportContract
{
    [Fact]
    public async Task Failing_handler_Is_tried_again_While_later_events_of_its_subject_wait()
    {
        var order = new ConcurrentQueue<string>();
        var stage = await StageAsync();
        await stage.ConsumerAsync(behaviour: new()
        {
            BeforeAsync = (step, context, _) =>
            {
                order.Enqueue($"{context.Subject}{step.Number}");
                return context is { Subject: "sick", Attempt: < 4 } && step.Number == 1 ? throw new InvalidOperationException("not yet") : Task.CompletedTask;
            },
        });
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync("sick", 3);
        await publisher.StepAsync("well", 3);
        (await stage.SettleAsync()).ShouldBeClean();
        order.Where(o => o.StartsWith("sick", StringComparison.Ordinal)).ShouldBe(["sick1", "sick1", "sick1", "sick1", "sick2", "sick3"]);
    }

    [Fact]
    public async Task Handler_that_never_succeeds_Leaves_a_dead_letter_And_its_subject_goes_on()
    {
        var stage = await StageAsync(s => s with { More = new Dictionary<string, string> { ["Messaging:Retry:Attempts"] = "3" } });
        await stage.ConsumerAsync(behaviour: Refusing(number: 2));
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync("sick", 3);
        await stage.AppliedAsync(2);
        var letter = (await stage.DeadLettersAsync(1)).ShouldHaveSingleItem();
        letter.Attempts.ShouldBe(3);
        letter.Handler.ShouldBe(nameof(RecordStep));
        letter.Reason.ShouldBe("InvalidOperationException: refused");
    }

    [Fact]
    public async Task Dead_letter_that_is_replayed_Is_applied_once_And_gone()
    {
        var stage = await StageAsync(s => s with { More = new Dictionary<string, string> { ["Messaging:Retry:Attempts"] = "1" } });
        var consumer = await stage.ConsumerAsync(behaviour: Refusing(number: 1));
        await (await stage.PublisherAsync()).StepAsync("sick");
        var letter = (await stage.DeadLettersAsync(1)).ShouldHaveSingleItem();
        consumer.Behaviour.BeforeAsync = (_, _, _) => Task.CompletedTask;
        var letters = consumer.Services.GetRequiredService<IDeadLetters>();
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => letters.ReplayAsync(letter.Id, default)));
        outcomes.Count(o => o.Outcome is ReplayOutcome.Replayed).ShouldBe(1);
        outcomes.Count(o => o.Outcome is ReplayOutcome.Absent).ShouldBe(3);
        (await stage.SettleAsync()).ShouldBeClean();
    }

    [Fact]
    public async Task Poison_message_Becomes_a_dead_letter_at_once_And_blocks_nobody()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync();
        var bus = publisher.Services.GetRequiredService<IEventBus>();
        await bus.PublishAsync(Poison.WithoutEnvelope("a"), default);
        await bus.PublishAsync(Poison.WithBody("a", "{ not json"u8.ToArray()), default);
        await bus.PublishAsync(Poison.WithBody("b", [0xff, 0x00, 0xfe]), default);
        await bus.PublishAsync(Poison.WithVersion("b", 9), default);
        await publisher.StepAsync("a", 2);
        await publisher.StepAsync("b", 2);
        (await stage.SettleAsync()).ShouldBeClean();
        var letters = await stage.DeadLettersAsync(4);
        letters.Select(l => l.Handler).Order().ShouldBe(["(no handler)", "(unreadable)", nameof(RecordStep), nameof(RecordStep)], ignoreOrder: true);
        letters.ShouldAllBe(l => l.Attempts == 1);
    }

    [Fact]
    public async Task Redelivered_poison_Leaves_one_dead_letter()
    {
        var stage = await StageAsync();
        await stage.ConsumerAsync();
        var bus = (await stage.PublisherAsync()).Services.GetRequiredService<IEventBus>();
        var (unreadable, wrong) = (Poison.WithoutEnvelope("a"), Poison.WithBody("a", "[]"u8.ToArray()));
        foreach (var message in (BusMessage[])[unreadable, wrong, unreadable, wrong])
            await bus.PublishAsync(message, default);
        await (await stage.PublisherAsync()).StepAsync("a");
        await stage.AppliedAsync(1);
        (await stage.DeadLettersAsync(2)).Count.ShouldBe(2);
    }

    private static HandlerBehaviour Refusing(int number) => new()
    {
        BeforeAsync = (step, _, _) => step.Number == number ? throw new InvalidOperationException("refused") : Task.CompletedTask,
    };
}
