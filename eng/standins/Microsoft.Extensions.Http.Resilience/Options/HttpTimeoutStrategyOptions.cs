using Polly.Timeout;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>A timeout; default 30 s.</summary>
public class HttpTimeoutStrategyOptions : TimeoutStrategyOptions;
