namespace Streamix.Benchmarks.Logins;

/// <summary>One run; latencies in order.</summary>
internal sealed record Figures(double[] Milliseconds, int Failures, TimeSpan Elapsed, TimeSpan Processor)
{
    public int Done => Milliseconds.Length + Failures;

    public double PerSecond => Milliseconds.Length / Elapsed.TotalSeconds;

    public double PerCoreSecond => Milliseconds.Length / Processor.TotalSeconds;

    public double P50 => At(0.50);

    public double P99 => At(0.99);

    private double At(double quantile) => Milliseconds.Length == 0 ? double.NaN : Milliseconds[(int)Math.Ceiling(quantile * Milliseconds.Length) - 1];
}
