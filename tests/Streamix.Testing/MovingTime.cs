namespace Streamix.Testing;

/// <summary>The present, and as much later as a test says, timers running as ever; or a moment that lasts, for tests that count seconds.</summary>
public sealed class MovingTime : TimeProvider
{
    private readonly DateTimeOffset? _still;
    private long _ahead;

    public MovingTime(bool still = false) => _still = still ? base.GetUtcNow() : null;

    /// <summary>Goes on from another moment.</summary>
    public MovingTime(DateTimeOffset begin) => _ahead = (begin - base.GetUtcNow()).Ticks;

    public override DateTimeOffset GetUtcNow() => (_still ?? base.GetUtcNow()) + new TimeSpan(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
