using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Streamix.Messaging.Kit.Contract;
using Streamix.ServiceDefaults.Messaging.Observing;
using Streamix.Testing;

namespace Streamix.Benchmarks.Messaging;

/// <summary>The whole way: transaction with outbox row, relay, broker, inbox and effect in a transaction, acknowledgement.</summary>
internal sealed class Pipeline(Stage stage, Load load)
{
    private readonly ConcurrentBag<double> _lags = [];

    public async Task<Figures> RunAsync()
    {
        using var listener = Listen();
        await stage.ConsumerAsync();
        var publisher = await stage.PublisherAsync();
        await publisher.StepAsync("warm");
        await HandledAsync(1);
        var throughput = await Figures.MeasureAsync(load.Events, async () =>
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, load.Events / Batch), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (i, _) =>
                await publisher.StepAsync($"subject-{i % load.Subjects}", Batch));
            await HandledAsync(load.Events);
        });
        await load.PaceAsync(i => publisher.StepAsync($"subject-{i % load.Subjects}"));
        await HandledAsync(load.Paced, keep: true);
        var verdict = await Verdict(stage);
        return verdict ? throughput.With(_lags) : throw new InvalidOperationException("Events were lost, repeated or out of order.");
    }

    private const int Batch = 5;

    private static async Task<bool> Verdict(Stage stage) => (await stage.SettleAsync()) is { Faults.Count: 0 };

    private async Task HandledAsync(int count, bool keep = false)
    {
        await Until.TrueAsync(() => _lags.Count >= count, $"{count} handled", TimeSpan.FromMinutes(10));
        if (!keep)
            _lags.Clear();
    }

    private MeterListener Listen()
    {
        var listener = new MeterListener
        {
            InstrumentPublished = (instrument, l) =>
            {
                if (instrument.Meter.Name == MessagingTelemetry.Name)
                    l.EnableMeasurementEvents(instrument);
            },
        };
        listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => _lags.Add(seconds * 1000));
        listener.Start();
        return listener;
    }
}
