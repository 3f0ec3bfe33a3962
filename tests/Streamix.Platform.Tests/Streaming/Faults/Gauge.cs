using System.Diagnostics;

namespace Streamix.Platform.Tests.Streaming.Faults;

/// <summary>How long something that is tried again and again was not to be had: from the begin of the first attempt that failed to the success that followed, or as long as one success took.</summary>
internal sealed class Gauge
{
    private readonly Lock _writing = new();
    private long? _failingSince;
    private TimeSpan _longest;

    /// <summary>Since the last time it was taken.</summary>
    public TimeSpan TakeLongest()
    {
        lock (_writing)
        {
            var longest = _failingSince is { } since && Stopwatch.GetElapsedTime(since) is var now && now > _longest ? now : _longest;
            _longest = TimeSpan.Zero;
            return longest;
        }
    }

    /// <summary>It succeeded as often since the beginning.</summary>
    public int Count { get; private set; }

    /// <param name="began">The attempt.</param>
    public void Failed(long began)
    {
        lock (_writing) _failingSince ??= began;
    }

    /// <param name="began">The attempt.</param>
    public void Succeeded(long began)
    {
        lock (_writing)
        {
            Count++;
            if (Stopwatch.GetElapsedTime(_failingSince ?? began) is var outage && outage > _longest) _longest = outage;
            _failingSince = null;
        }
    }
}
