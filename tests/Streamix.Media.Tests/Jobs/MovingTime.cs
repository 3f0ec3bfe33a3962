namespace Streamix.Media.Tests.Jobs;

/// <summary>The present, and as much later as a test says.</summary>
internal sealed class MovingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + new TimeSpan(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
