using System.Diagnostics;

namespace Streamix.Benchmarks.Messaging;

/// <summary>One phase: how many events, how long, how much processor of this process, and single latencies.</summary>
internal sealed record Figures(int Events, TimeSpan Elapsed, TimeSpan Processor, double P50, double P99)
{
    public double PerSecond => Events / Elapsed.TotalSeconds;

    public double PerCoreSecond => Events / Processor.TotalSeconds;

    /// <param name="work">The phase.</param>
    /// <param name="events">How many it moves.</param>
    public static async Task<Figures> MeasureAsync(int events, Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        await work();
        process.Refresh();
        return new(events, clock.Elapsed, process.TotalProcessorTime - before, 0, 0);
    }

    public Figures With(IReadOnlyCollection<double> milliseconds)
    {
        var sorted = milliseconds.Order().ToArray();
        return this with { P50 = At(0.50), P99 = At(0.99) };

        double At(double quantile) => sorted.Length == 0 ? double.NaN : sorted[(int)Math.Ceiling(quantile * sorted.Length) - 1];
    }
}
