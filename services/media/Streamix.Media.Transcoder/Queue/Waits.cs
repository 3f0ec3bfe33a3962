namespace Streamix.Media.Transcoder.Queue;

/// <summary>Exponential waits with jitter of half to one and a half times.</summary>
internal static class Waits
{
    private const int MostDoublings = 30;

    /// <summary>The wait after the given failure, counted from 1.</summary>
    public static TimeSpan After(int failure, TimeSpan first, TimeSpan longest, Random random)
    {
        var exponential = first * Math.Pow(2, Math.Clamp(failure - 1, 0, MostDoublings));
        return (exponential < longest ? exponential : longest) * (0.5 + random.NextDouble());
    }
}
