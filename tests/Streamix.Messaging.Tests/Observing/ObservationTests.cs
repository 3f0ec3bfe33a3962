using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Shouldly;
using Streamix.Messaging.Kit.Contract;
using Streamix.Messaging.Kit.Data;
using Streamix.Messaging.Kit.Roles;
using Streamix.Messaging.Tests.Transports;
using Streamix.ServiceDefaults.Messaging.Observing;
using Streamix.Testing;

namespace Streamix.Messaging.Tests.Observing;

[Collection("rabbitmq")]
public sealed class ObservationTests
{
    private const string Secret = "jane.doe@example.org";

    [Fact]
    public async Task Subjects_contents_and_exception_messages_Never_reach_the_log()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport, s => s with { More = new Dictionary<string, string> { ["Messaging:Retry:Attempts"] = "2" } });
        var consumer = await stage.ConsumerAsync(behaviour: new() { BeforeAsync = (_, _, _) => throw new InvalidOperationException($"{Secret} is unknown") });
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync(Secret);
        (await stage.DeadLettersAsync(1)).Single().Reason.ShouldContain(Secret);
        await Until.TrueAsync(() => consumer.Log.All.Any(l => l.Contains("dead letter", StringComparison.Ordinal)), "it is logged");
        consumer.Log.All.Concat(publisher.Log.All).ShouldNotContain(l => l.Contains(Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Published_handled_failed_and_lag_Are_measured()
    {
        var counts = new ConcurrentDictionary<string, double>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == MessagingTelemetry.Name)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<long>((i, value, _, _) => counts.AddOrUpdate(i.Name, value, (_, sum) => sum + value));
        listener.SetMeasurementEventCallback<double>((i, value, _, _) => counts.AddOrUpdate(i.Name, value, (_, sum) => sum + value));
        listener.Start();
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport);
        await stage.ConsumerAsync(behaviour: FailingOnce());
        await (await stage.PublisherAsync()).StepAsync("a", 5);
        await Until.TrueAsync(() => counts.GetValueOrDefault("streamix.messaging.handled") >= 5, "five are handled");
        await Until.TrueAsync(() => counts.GetValueOrDefault("streamix.messaging.published") >= 5, "five are confirmed, which may be known later than that they are handled");
        await Until.TrueAsync(() => counts.GetValueOrDefault("streamix.messaging.failed") >= 1, "one attempt failed; other tests are heard too");
        await Until.TrueAsync(() => counts.GetValueOrDefault("streamix.messaging.lag") > 0, "the lag is measured");
    }

    [Fact]
    public async Task Backlog_of_events_nobody_listens_to_Is_told()
    {
        await using var transport = await RabbitUnderTest.StartAsync();
        await using var stage = await Stage.CreateAsync(transport);
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync("a", 3);
        var watch = publisher.Services.GetRequiredService<BacklogWatch<KitDb>>();
        await Until.TrueAsync(async () => await watch.LookAsync(CancellationToken.None) is { Outbox: 3, OldestSeconds: > 0, DeadLetters: 0 }, "three wait");
    }

    private static HandlerBehaviour FailingOnce() => new()
    {
        BeforeAsync = (step, context, _) => context.Attempt == 1 && step.Number == 1 ? throw new InvalidOperationException("once") : Task.CompletedTask,
    };
}
