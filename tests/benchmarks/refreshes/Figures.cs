using System.Diagnostics;

namespace Streamix.Benchmarks.Refreshes;

/// <summary>How many, how long, and how much processor time of this process.</summary>
internal sealed record Figures(long Count, TimeSpan Elapsed, TimeSpan Processor)
{
    public double PerSecond => Count / Elapsed.TotalSeconds;

    public double PerCoreSecond => Count / Processor.TotalSeconds;

    public static async Task<Figures> MeasureAsync(Func<Task<long>> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var clock = Stopwatch.StartNew();
        var count = await work();
        process.Refresh();
        return new(count, clock.Elapsed, process.TotalProcessorTime - before);
    }

    public static void Print(string name, Figures figures) => Console.WriteLine($"{name,-28}{figures.PerSecond,14:0}{figures.PerCoreSecond,18:0}");
}
