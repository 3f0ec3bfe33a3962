using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.Http.Resilience;

/// <summary>What the five strategies owe each other; each one's own limits are checked when the pipeline is built.</summary>
internal sealed class HttpStandardResilienceOptionsValidator : IValidateOptions<HttpStandardResilienceOptions>
{
    public ValidateOptionsResult Validate(string? name, HttpStandardResilienceOptions options)
    {
        var result = new ValidateOptionsResultBuilder();
        var (attempt, total, sampling) = (options.AttemptTimeout.Timeout, options.TotalRequestTimeout.Timeout, options.CircuitBreaker.SamplingDuration);
        if (attempt > total)
            result.AddError($"The total request timeout ({total.TotalSeconds} s) must be longer than the attempt timeout ({attempt.TotalSeconds} s).");
        if (sampling < attempt * 2)
            result.AddError($"The sampling duration of the circuit breaker ({sampling.TotalSeconds} s) must be at least double the attempt timeout ({attempt.TotalSeconds} s).");
        return result.Build();
    }
}
