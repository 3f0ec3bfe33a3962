namespace Streamix.Streaming.Edge.Access;

/// <summary>How much goes out and how often the cache had it, smoothed over some seconds.</summary>
internal sealed class Traffic(TimeProvider time)
{
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);
    private readonly Lock _lock = new();
    private long _bytes;
    private long _asked;
    private long _hits;
    private double _bitsPerSecond;
    private double _recentAsked;
    private double _recentHits;
    private long _since = time.GetTimestamp();

    public void Add(AccessLine line)
    {
        lock (_lock)
        {
            _bytes += line.Bytes;
            if (line.Cache == "none")
                return;
            _asked++;
            _hits += line.IsHit ? 1 : 0;
        }
    }

    /// <summary>As of now; what was before counts less the longer it is ago.</summary>
    public (long BitsPerSecond, double HitRatio) Read()
    {
        lock (_lock)
        {
            var took = time.GetElapsedTime(_since);
            if (took > TimeSpan.Zero)
            {
                var kept = Math.Exp(-took / Memory);
                _bitsPerSecond = _bitsPerSecond * kept + _bytes * 8 / took.TotalSeconds * (1 - kept);
                (_recentAsked, _recentHits) = (_recentAsked * kept + _asked, _recentHits * kept + _hits);
                (_bytes, _asked, _hits, _since) = (0, 0, 0, time.GetTimestamp());
            }

            return ((long)_bitsPerSecond, _recentAsked > 0 ? Math.Clamp(_recentHits / _recentAsked, 0, 1) : 0);
        }
    }
}
