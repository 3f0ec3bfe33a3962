namespace Streamix.ServiceDefaults.Discovery;

/// <summary>How one address has behaved lately. After some failures in a row it is left out for a time that doubles with each further failure.</summary>
internal sealed class EndpointHealth(EjectionOptions options, TimeProvider time)
{
    private readonly Lock _lock = new();
    private int _failures;
    private DateTimeOffset _outUntil;

    public bool IsOut
    {
        get
        {
            lock (_lock)
                return time.GetUtcNow() < _outUntil;
        }
    }

    public void Succeeded()
    {
        lock (_lock)
            (_failures, _outUntil) = (0, DateTimeOffset.MinValue);
    }

    /// <summary>An address nobody listens at is left out at once.</summary>
    public void Failed(bool unreachable)
    {
        lock (_lock)
        {
            _failures++;
            var beyond = unreachable ? _failures - 1 : _failures - options.Failures;
            if (beyond < 0)
                return;
            var seconds = Math.Min(options.Longest.TotalSeconds, options.First.TotalSeconds * Math.Pow(2, Math.Min(beyond, 16)));
            _outUntil = time.GetUtcNow().AddSeconds(seconds);
        }
    }
}
