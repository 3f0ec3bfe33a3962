namespace Streamix.Infra.Gateway.Limits;

/// <summary>So many requests in a window, evenly, with so many at once.</summary>
public sealed record LimitRule
{
    public int Permits { get; init; } = 600;

    public TimeSpan Window { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How many may come at once after a quiet time; by default <see cref="Permits"/>.</summary>
    public int? Burst { get; init; }

    internal bool IsUsable => Permits > 0 && Window > TimeSpan.Zero && Burst is null or > 0;

    /// <summary>Microseconds that one permit costs.</summary>
    internal double Interval => Window.TotalMicroseconds / Permits;

    internal int Size => Math.Max(1, Burst ?? Permits);

    /// <summary>The most a replica takes from Redis at once, and so the most by which it may be late in using it.</summary>
    internal int MaxLease => Math.Max(1, Size / 20);
}
