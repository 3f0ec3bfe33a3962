using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Streamix.Messaging.Kit;
using Streamix.Messaging.Kit.Contract;
using Streamix.ServiceDefaults.Messaging.Bus;
using Streamix.Testing;

namespace Streamix.Benchmarks.Messaging;

/// <summary>The reference: publish with confirmation, receive, acknowledge; no database.</summary>
internal sealed class BareTransport(KitNode node, Load load)
{
    private readonly IEventBus _bus = node.Services.GetRequiredService<IEventBus>();
    private readonly ConcurrentBag<double> _latencies = [];
    private int _received;

    public async Task<Figures> RunAsync()
    {
        await using var session = await _bus.SubscribeAsync(new("bare", [StepTaken.Name], 1000), Receive, default);
        await Until.TrueAsync(async () => await _bus.PublishAsync(Message("warm"), default) is PublishOutcome.Confirmed, "it is routed");
        await WaitAsync(1);
        var throughput = await Figures.MeasureAsync(load.Events, async () =>
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, load.Events), new ParallelOptions { MaxDegreeOfParallelism = load.InFlight }, async (i, token) =>
                await _bus.PublishAsync(Message($"subject-{i % load.Subjects}"), token));
            await WaitAsync(load.Events);
        });
        _latencies.Clear();
        _received = 0;
        await load.PaceAsync(i => _bus.PublishAsync(Message($"subject-{i % load.Subjects}"), default));
        await WaitAsync(load.Paced);
        return throughput.With(_latencies);
    }

    private void Receive(BusDelivery delivery)
    {
        var sent = long.Parse(delivery.Message.Headers[EnvelopeHeaders.OccurredAt], CultureInfo.InvariantCulture);
        _latencies.Add(Stopwatch.GetElapsedTime(sent).TotalMilliseconds);
        _ = delivery.AcknowledgeAsync();
        Interlocked.Increment(ref _received);
    }

    private async Task WaitAsync(int count)
    {
        await Until.TrueAsync(() => Volatile.Read(ref _received) >= count, $"{count} received", TimeSpan.FromMinutes(5));
        _received = 0;
    }

    private static BusMessage Message(string subject) => new(StepTaken.Name, subject, new Dictionary<string, string>
    {
        [EnvelopeHeaders.Id] = Guid.CreateVersion7().ToString(),
        [EnvelopeHeaders.Type] = StepTaken.Name,
        [EnvelopeHeaders.Version] = "1",
        [EnvelopeHeaders.Subject] = subject,
        [EnvelopeHeaders.OccurredAt] = Stopwatch.GetTimestamp().ToString(CultureInfo.InvariantCulture),
        [EnvelopeHeaders.CorrelationId] = "00000000000000000000000000000000",
    }, """{"number":1}"""u8.ToArray());
}
