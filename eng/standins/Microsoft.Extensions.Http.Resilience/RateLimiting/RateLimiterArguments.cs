using System.Threading.RateLimiting;

namespace Polly.RateLimiting;

/// <summary>What the limiter knows of a call.</summary>
public readonly struct RateLimiterArguments(ResilienceContext context)
{
    /// <summary>The context of the call.</summary>
    public ResilienceContext Context { get; } = context;
}

/// <summary>What is known of a refused call.</summary>
public readonly struct OnRateLimiterRejectedArguments(ResilienceContext context, RateLimitLease lease)
{
    /// <summary>The context of the call.</summary>
    public ResilienceContext Context { get; } = context;

    /// <summary>The lease that was not acquired.</summary>
    public RateLimitLease Lease { get; } = lease;
}
