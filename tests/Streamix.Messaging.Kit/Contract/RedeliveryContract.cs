using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.Testing;
using Xunit;

namespace Streamix.Messaging.Kit.Contract;

/// <summary>The transport by itself: what is not acknowledged comes again, in order.</summary>
public abstract class RedeliveryContract : TransportContract
{
    private readonly BusSubscription _subscription = new("redelivery", [StepTaken.Name], 100);

    [Fact]
    public async Task What_a_member_left_unacknowledged_Comes_again_in_order()
    {
        await using var node = await (await StageAsync()).PublisherAsync();
        var bus = node.Services.GetRequiredService<IEventBus>();
        var first = new ConcurrentQueue<BusDelivery>();
        await using (await bus.SubscribeAsync(_subscription, first.Enqueue, default))
        {
            await PublishAsync(bus, 5);
            await Until.TrueAsync(() => first.Count == 5, "all are delivered");
            await first.First().AcknowledgeAsync();
            foreach (var rest in first.Skip(1))
                rest.Abandon();
        }

        var second = new ConcurrentQueue<BusDelivery>();
        await using var session = await bus.SubscribeAsync(_subscription, second.Enqueue, default);
        await Until.TrueAsync(() => second.Count >= 4, "the rest comes again");
        Versions(second).ShouldBe([2, 3, 4, 5]);
        Settle(second);
    }

    [Fact]
    public async Task What_was_acknowledged_out_of_order_Does_not_hide_what_was_not()
    {
        await using var node = await (await StageAsync()).PublisherAsync();
        var bus = node.Services.GetRequiredService<IEventBus>();
        var first = new ConcurrentQueue<BusDelivery>();
        await using (await bus.SubscribeAsync(_subscription, first.Enqueue, default))
        {
            await PublishAsync(bus, 4);
            await Until.TrueAsync(() => first.Count == 4, "all are delivered");
            foreach (var (delivery, index) in first.Select((d, i) => (d, i)))
                if (index == 1)
                    delivery.Abandon();
                else
                    await delivery.AcknowledgeAsync();
        }

        var second = new ConcurrentQueue<BusDelivery>();
        await using var session = await bus.SubscribeAsync(_subscription, second.Enqueue, default);
        await Until.TrueAsync(() => Versions(second).Contains(2), "the second comes again");
        Settle(second);
    }

    private static List<int> Versions(IEnumerable<BusDelivery> deliveries) =>
        [.. deliveries.Select(d => int.Parse(d.Message.Headers[EnvelopeHeaders.Version]))];

    private static void Settle(IEnumerable<BusDelivery> deliveries)
    {
        foreach (var delivery in deliveries)
            delivery.Abandon();
    }

    private static async Task PublishAsync(IEventBus bus, int count)
    {
        for (var version = 1; version <= count; version++)
        {
            var message = Poison.Message("subject", version, "{}"u8.ToArray());
            await Until.TrueAsync(async () => await bus.PublishAsync(message, default) is PublishOutcome.Confirmed, "it is routed");
        }
    }
}
