using System.Diagnostics;

namespace Streamix.Benchmarks.Starts;

/// <summary>Calls at a steady rate, whether the ones before are answered or not. A call's time begins when it was due.</summary>
internal static class OpenLoop
{
    public static async Task<Figures> RunAsync(int perSecond, int count, Func<int, Task<bool>> call)
    {
        var (clock, underWay) = (Stopwatch.StartNew(), new Task<double>[count]);
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / perSecond);
            if (due - clock.Elapsed is { Ticks: > 0 } wait)
                await Task.Delay(wait);
            underWay[i] = TimeAsync(i, due, clock, call);
        }
        return new(await Task.WhenAll(underWay));
    }

    /// <summary>Milliseconds; not a number for a failure.</summary>
    private static async Task<double> TimeAsync(int number, TimeSpan due, Stopwatch clock, Func<int, Task<bool>> call)
    {
        var began = due < clock.Elapsed ? due : clock.Elapsed; // timers may be early
        try
        {
            return await call(number) ? (clock.Elapsed - began).TotalMilliseconds : double.NaN;
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return double.NaN;
        }
    }
}

/// <summary>What a run showed.</summary>
internal sealed class Figures(IEnumerable<double> milliseconds)
{
    private readonly double[] _times = [.. milliseconds.Order()]; // failures come first

    public int Failures => _times.Count(double.IsNaN);

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    public double Most => At(1);

    /// <summary>Of those that were answered.</summary>
    public double At(double quantile)
    {
        var answered = _times.AsSpan(Failures);
        return answered.Length == 0 ? double.NaN : answered[Math.Max(0, (int)Math.Ceiling(quantile * answered.Length) - 1)];
    }
}
