namespace Streamix.Infra.Gateway.Limits;

/// <summary>
/// The permits this replica holds of one key. A busy key takes several at a time, so that most requests cost no call;
/// one at rest takes one. Permits held are already counted in the source: nothing is admitted twice, only up to
/// <see cref="LimitRule.MaxLease"/> permits may be used up to a lease's time later than they were taken.
/// </summary>
internal sealed class LeasedBucket(string key, LimitRule rule, IPermits source, TimeSpan life, TimeProvider time)
{
    private static readonly TimeSpan LongestRefusal = TimeSpan.FromSeconds(1);
    private readonly Lock _gate = new();
    private int _held, _waiting, _lease = 1;
    private long _usableUntil, _refusedUntil = long.MinValue;
    private Grant _last;
    private long _lastAt;
    private Task? _refill;

    public LimitRule Rule => rule;

    public ValueTask<LimitDecision> TakeAsync() => TryTake(out var decision) ? new(decision) : WaitAsync();

    private bool TryTake(out LimitDecision decision)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            if (_held > 0 && now < _usableUntil)
            {
                _held--;
                if (_held == _lease / 4 && _lease >= 8)
                {
                    _refill ??= RefillAsync();
                }

                decision = Decide(admitted: true, now);
                return true;
            }

            decision = Decide(admitted: false, now);
            return now < _refusedUntil;
        }
    }

    private async ValueTask<LimitDecision> WaitAsync()
    {
        Interlocked.Increment(ref _waiting);
        try
        {
            while (true)
            {
                Task refill;
                lock (_gate)
                {
                    refill = _refill ??= RefillAsync();
                }

                await refill;
                if (TryTake(out var decision))
                {
                    return decision;
                }
            }
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    private async Task RefillAsync()
    {
        await Task.Yield();
        try
        {
            var (wanted, unused) = Plan();
            Keep(await source.TakeAsync(key, rule, wanted, unused));
        }
        finally
        {
            lock (_gate)
            {
                _refill = null;
            }
        }
    }

    private void Keep(Grant grant)
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            _held += grant.Permits;
            _usableUntil = now + Ticks(life);
            _refusedUntil = grant.Permits == 0 ? now + Math.Max(1, Ticks(grant.RetryAfter < LongestRefusal ? grant.RetryAfter : LongestRefusal)) : long.MinValue;
            (_last, _lastAt) = (grant, now);
        }
    }

    /// <summary>Twice as many as last time when those were used up in time, half when they were not.</summary>
    private (int Wanted, int Unused) Plan()
    {
        lock (_gate)
        {
            var stale = _held > 0 && time.GetTimestamp() >= _usableUntil;
            var unused = stale ? _held : 0;
            _held -= unused;
            var quick = _lastAt != 0 && time.GetElapsedTime(_lastAt) < life;
            _lease = Math.Clamp(stale || !quick ? _lease / 2 : _lease * 2, 1, rule.MaxLease);
            return (Math.Max(_lease, Math.Min(Volatile.Read(ref _waiting), rule.Size)), unused);
        }
    }

    private LimitDecision Decide(bool admitted, long now)
    {
        var since = time.GetElapsedTime(_lastAt, now);
        return new LimitDecision(admitted, rule, _held + _last.Remaining, Left(_last.RetryAfter, since), Left(_last.Reset, since));
    }

    private static TimeSpan Left(TimeSpan of, TimeSpan since) => of > since ? of - since : TimeSpan.Zero;

    private long Ticks(TimeSpan span) => (long)(span.TotalSeconds * time.TimestampFrequency);
}
