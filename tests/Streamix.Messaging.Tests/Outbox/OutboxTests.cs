using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Roles;
using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.ServiceDefaults.Messaging.Outbox;
using Streamix.Testing;

namespace Streamix.Messaging.Tests.Outbox;

/// <summary>What is committed is sent, in the order of its subject.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private readonly OutboxStage _stage = new();

    public Task InitializeAsync() => _stage.InitializeAsync();

    public Task DisposeAsync() => _stage.DisposeAsync();

    [Fact]
    public async Task Committed_events_Are_relayed_in_order_and_removed()
    {
        var node = await _stage.StartAsync(Role.Relay);
        await node.StepAsync("a", 5);
        await Until.TrueAsync(() => _stage.Bus.Published.Count == 5, "all are sent");
        _stage.Bus.Bodies("a").ShouldBe(Enumerable.Range(1, 5).Select(n => $$"""{"number":{{n}}}"""));
        await Until.TrueAsync(async () => await _stage.RowsAsync() == 0, "the outbox is empty");
    }

    [Fact]
    public async Task Process_without_relay_Wakes_the_relay_of_another_by_notification()
    {
        var relay = await _stage.StartAsync(Role.Relay);
        await relay.StepAsync("first");
        await Until.TrueAsync(() => _stage.Bus.Published.Count == 1, "the relay runs");
        await (await _stage.StartAsync(Role.Publish)).StepAsync("a");
        await Until.TrueAsync(() => _stage.Bus.Published.Count == 2, "it is sent long before the poll");
    }

    [Fact]
    public async Task Event_that_is_refused_Holds_back_its_subject_only()
    {
        var refused = 0;
        _stage.Bus.Answer = m => m.Subject == "sick" && refused++ < 3 ? throw new BusUnavailableException("no") : PublishOutcome.Confirmed;
        var node = await _stage.StartAsync(Role.Relay);
        await node.StepAsync("sick", 3);
        await node.StepAsync("well", 3);
        await Until.TrueAsync(() => _stage.Bus.Published.Count == 6, "all are sent");
        _stage.Bus.Bodies("sick").ShouldBe(["""{"number":1}""", """{"number":2}""", """{"number":3}"""]);
        _stage.Bus.Bodies("well").Count().ShouldBe(3);
    }

    [Fact]
    public async Task Two_relays_at_once_Send_each_subject_in_order()
    {
        var (first, second) = (await _stage.StartAsync(Role.Relay), await _stage.StartAsync(Role.Relay));
        await Task.WhenAll(Enumerable.Range(0, 100).Select(i => (i % 2 == 0 ? first : second).StepAsync($"s{i % 7}", 3)));
        await Until.TrueAsync(async () => await _stage.RowsAsync() == 0, "the outbox is empty");
        foreach (var subject in Enumerable.Range(0, 7).Select(i => $"s{i}"))
        {
            var numbers = _stage.Bus.Bodies(subject).Distinct().ToList();
            numbers.ShouldBe(Enumerable.Range(1, numbers.Count).Select(n => $$"""{"number":{{n}}}"""));
        }
    }

    [Fact]
    public async Task Event_of_a_subject_another_relay_is_sending_Is_sent_as_soon_as_that_has_ended()
    {
        using var held = new ManualResetEventSlim();
        var (isAsked, elsewhere) = (false, Enumerable.Range(0, 100).Select(i => $"s{i}").First(s => PartitionOf(s) != PartitionOf("a")));
        _stage.Bus.Answer = message =>
        {
            if (message.Subject == "a" && !isAsked)
            {
                isAsked = true;
                held.Wait(TimeSpan.FromSeconds(30));
            }
            return PublishOutcome.Confirmed;
        };
        await (await _stage.StartAsync(Role.Relay)).StepAsync("a");
        await Until.TrueAsync(() => isAsked, "the first relay is sending");
        var second = await _stage.StartAsync(Role.Relay);
        await second.StepAsync("a");
        await second.StepAsync(elsewhere);
        await Until.TrueAsync(() => _stage.Bus.Bodies(elsewhere).Any(), "the second relay has looked");
        held.Set();
        await Until.TrueAsync(() => _stage.Bus.Bodies("a").Count() == 2, "both are sent, long before the poll");

        static int PartitionOf(string subject) => SubjectPartition.Of(subject, OutboxMessage.Partitions);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a\0b")]
    public async Task Subject_that_cannot_be_stored_Is_refused(string subject)
    {
        var node = await _stage.StartAsync(Role.Publish);
        await node.InScopeAsync(services =>
        {
            var events = services.GetRequiredService<IEventPublisher>();
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1), subject));
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1), new string('x', 201)));
            Should.Throw<ArgumentException>(() => events.Publish(new StepTaken(1, new string('x', 300_000)), "a"));
            return Task.CompletedTask;
        });
    }
}
