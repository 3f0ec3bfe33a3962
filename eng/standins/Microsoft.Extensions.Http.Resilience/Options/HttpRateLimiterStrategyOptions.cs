using Polly.RateLimiting;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A limit of calls; default 1,000 at once, none queued.</summary>
public class HttpRateLimiterStrategyOptions : RateLimiterStrategyOptions;
