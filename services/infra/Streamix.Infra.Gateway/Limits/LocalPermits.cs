using System.Collections.Concurrent;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>The same limits for this process alone, while Redis is away: each replica then admits up to the whole limit.</summary>
internal sealed class LocalPermits(TimeProvider time) : IPermits
{
    private const int Capacity = 100_000;
    private readonly ConcurrentDictionary<string, double> _arrivals = new(StringComparer.Ordinal);
    private readonly Lock _gate = new();
    private readonly long _start = time.GetTimestamp();

    public ValueTask<Grant> TakeAsync(string key, LimitRule rule, int wanted, int unused)
    {
        lock (_gate)
        {
            var now = time.GetElapsedTime(_start).TotalMicroseconds;
            var (grant, arrival) = Gcra.Take(_arrivals.GetValueOrDefault(key), now, rule, wanted, unused: 0);
            if (_arrivals.Count >= Capacity)
            {
                Sweep(now);
            }

            _arrivals[key] = arrival;
            return new(grant);
        }
    }

    private void Sweep(double now)
    {
        foreach (var entry in _arrivals.Where(a => a.Value <= now).ToList())
        {
            _arrivals.TryRemove(entry);
        }

        if (_arrivals.Count >= Capacity)
        {
            _arrivals.Clear();
        }
    }
}
