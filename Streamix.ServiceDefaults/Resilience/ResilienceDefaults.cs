using Microsoft.Extensions.Http.Resilience;
using Polly;
using Streamix.ServiceDefaults.Discovery;

namespace Streamix.ServiceDefaults.Resilience;

internal static class ResilienceDefaults
{
    /// <summary>Every client: retries around discovery around the call.</summary>
    public static void AddResilientClients(this IServiceCollection services) => services.ConfigureHttpClientDefaults(http =>
    {
        http.AddStandardResilienceHandler().Configure(Apply).SelectPipelineByAuthority();
        http.AddHttpMessageHandler(provider => new BalancingHandler(provider.GetRequiredService<EndpointBalancer>(), provider.GetRequiredService<TimeProvider>()));
    });

    private static void Apply(HttpStandardResilienceOptions options)
    {
        options.TotalRequestTimeout.Timeout = TimeSpan.FromSeconds(15);
        options.AttemptTimeout.Timeout = TimeSpan.FromSeconds(5);
        options.Retry.MaxRetryAttempts = 2;
        options.Retry.Delay = TimeSpan.FromMilliseconds(100);
        options.Retry.BackoffType = DelayBackoffType.Exponential;
        options.Retry.UseJitter = true;
        options.Retry.ShouldHandle = args => new(
            HttpClientResiliencePredicates.IsTransient(args.Outcome) && args.Context.GetRequestMessage() is { } request && SafeCalls.MayRepeat(request));
        options.CircuitBreaker.SamplingDuration = TimeSpan.FromSeconds(20);
        options.CircuitBreaker.MinimumThroughput = 20;
        options.CircuitBreaker.FailureRatio = 0.5;
        options.CircuitBreaker.BreakDuration = TimeSpan.FromSeconds(2);
    }
}
