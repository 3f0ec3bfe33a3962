namespace Streamix.Messaging.Tests;

/// <summary>A clock that goes only when told.</summary>
internal sealed class MovingTime : TimeProvider
{
    private DateTimeOffset _now = new(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
