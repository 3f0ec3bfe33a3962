using Polly.CircuitBreaker;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>Breaks for 5 s when a tenth of at least 100 calls in 30 s failed transiently.</summary>
public class HttpCircuitBreakerStrategyOptions : CircuitBreakerStrategyOptions<HttpResponseMessage>
{
    /// <summary>Sets the defaults.</summary>
    public HttpCircuitBreakerStrategyOptions() =>
        ShouldHandle = args => new(HttpClientResiliencePredicates.IsTransient(args.Outcome, args.Context.CancellationToken));
}
