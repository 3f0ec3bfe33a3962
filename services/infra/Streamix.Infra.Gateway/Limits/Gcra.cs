namespace Streamix.Infra.Gateway.Limits;

/// <summary>The generic cell rate algorithm: one number, the moment at which all permits are back. Microseconds.</summary>
internal static class Gcra
{
    public static (Grant Grant, double Arrival) Take(double arrival, double now, LimitRule rule, int wanted, int unused)
    {
        var interval = rule.Interval;
        var tat = Math.Max(now, arrival - unused * interval);
        var room = (int)Math.Floor((now + rule.Size * interval - tat) / interval + 1e-6);
        var granted = Math.Clamp(room, 0, wanted);
        tat += granted * interval;
        var retry = granted > 0 ? 0 : tat + interval - rule.Size * interval - now;
        return (new Grant(granted, Math.Max(0, room - granted), TimeSpan.FromMicroseconds(Math.Max(0, retry)), TimeSpan.FromMicroseconds(tat - now)), tat);
    }
}
