namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>The real clock, put forward as told; timers run as ever.</summary>
internal sealed class MovingTime : TimeProvider
{
    private long _ahead;

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    public void Advance(TimeSpan by) => Interlocked.Add(ref _ahead, by.Ticks);
}
