using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Streamix.Benchmarks.Ladder;

/// <summary>Processor time of child processes that have ended, user and system, and time on the clock.</summary>
internal readonly partial record struct Spent(TimeSpan Processor, TimeSpan Elapsed)
{
    private const int Children = -1;

    public static Spent operator +(Spent one, Spent other) => new(one.Processor + other.Processor, one.Elapsed + other.Elapsed);

    public static Spent operator /(Spent whole, int parts) => new(whole.Processor / parts, whole.Elapsed / parts);

    public static async Task<(T Result, Spent Spent)> MeasureAsync<T>(Func<Task<T>> work)
    {
        var (before, clock) = (OfChildren(), Stopwatch.StartNew());
        var result = await work();
        return (result, new(OfChildren() - before, clock.Elapsed));
    }

    private static TimeSpan OfChildren()
    {
        Span<long> usage = stackalloc long[18];
        if (GetUsage(Children, usage) != 0) throw new InvalidOperationException("getrusage failed.");
        return TimeSpan.FromSeconds(usage[0] + usage[2]) + TimeSpan.FromMicroseconds(usage[1] + usage[3]);
    }

    /// <summary>Two times of seconds and microseconds first; fourteen counters behind.</summary>
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, Span<long> usage);
}
