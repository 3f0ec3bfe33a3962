namespace Streamix.ServiceDefaults.Messaging.Consuming;

/// <summary>Exponential waits with jitter of half to one and a half times.</summary>
internal sealed class Backoff(TimeSpan first, TimeSpan longest, Random random)
{
    private int _failures;

    public TimeSpan Next() => Delay(++_failures);

    public void Reset() => _failures = 0;

    /// <summary>The wait after the given failure, counted from 1.</summary>
    public TimeSpan Delay(int failure)
    {
        var exponential = first * Math.Pow(2, Math.Min(failure - 1, 30));
        return (exponential < longest ? exponential : longest) * (0.5 + random.NextDouble());
    }
}
