using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Opens when too large a share of the last answers were failures; then one trial at a time decides.</summary>
internal sealed class Breaker(BreakerEntry settings, TimeProvider time)
{
    private readonly Lock _gate = new();
    private int _good, _bad;
    private long _windowStart = time.GetTimestamp();
    private long? _openUntil;
    private bool _trial;

    public bool TryEnter(out TimeSpan left)
    {
        lock (_gate)
        {
            left = TimeSpan.Zero;
            if (_openUntil is not { } until)
            {
                return true;
            }

            var now = time.GetTimestamp();
            if (now >= until && !_trial)
            {
                return _trial = true;
            }

            left = now >= until ? TimeSpan.FromSeconds(1) : time.GetElapsedTime(now, until);
            return false;
        }
    }

    public void Report(bool success)
    {
        lock (_gate)
        {
            if (_openUntil is not null)
            {
                Settle(success);
                return;
            }

            Roll();
            _ = success ? _good++ : _bad++;
            if (!success && _good + _bad >= settings.Minimum && _bad >= settings.Ratio * (_good + _bad))
            {
                Open();
            }
        }
    }

    /// <summary>The caller went away: nothing was learnt.</summary>
    public void Abandon()
    {
        lock (_gate)
        {
            _trial = false;
        }
    }

    public string State
    {
        get
        {
            lock (_gate)
            {
                return _openUntil is null ? "closed" : _trial || time.GetTimestamp() >= _openUntil ? "half-open" : "open";
            }
        }
    }

    private void Settle(bool success)
    {
        if (!_trial)
        {
            return;
        }

        _trial = false;
        if (success)
        {
            (_openUntil, _good, _bad, _windowStart) = (null, 0, 0, time.GetTimestamp());
        }
        else
        {
            Open();
        }
    }

    private void Open() => _openUntil = time.GetTimestamp() + (long)(settings.Open.TotalSeconds * time.TimestampFrequency);

    private void Roll()
    {
        var now = time.GetTimestamp();
        if (time.GetElapsedTime(_windowStart, now) > settings.Window)
        {
            (_good, _bad, _windowStart) = (0, 0, now);
        }
    }
}
