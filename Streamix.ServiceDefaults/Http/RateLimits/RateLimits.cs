namespace Streamix.ServiceDefaults.Http;

/// <summary>Names of the limits inside one replica; use with <c>RequireRateLimiting</c>. The gateway keeps the platform's own.</summary>
public static class RateLimits
{
    /// <summary>A token bucket per caller, or per address without one.</summary>
    public const string PerCaller = "per-caller";

    /// <summary>A few per minute, per caller and address: credentials, codes, mails.</summary>
    public const string Sensitive = "sensitive";
}
