namespace Streamix.ServiceDefaults.Http;

/// <summary>Section <c>RateLimits</c>.</summary>
public sealed class RateLimitOptions
{
    /// <summary>Requests per second a caller may keep up.</summary>
    public int PerCallerPerSecond { get; set; } = 100;

    /// <summary>Requests a caller may send at once.</summary>
    public int PerCallerBurst { get; set; } = 200;

    /// <summary>Sensitive requests per minute.</summary>
    public int SensitivePerMinute { get; set; } = 10;
}
