using System.Threading.RateLimiting;
using Polly.RateLimiting;

namespace Polly;

/// <summary>Rate limiters in pipelines.</summary>
public static class RateLimiterResiliencePipelineBuilderExtensions
{
    /// <summary>At most <paramref name="permitLimit"/> calls at once; <paramref name="queueLimit"/> more wait.</summary>
    public static TBuilder AddConcurrencyLimiter<TBuilder>(this TBuilder builder, int permitLimit, int queueLimit = 0)
        where TBuilder : ResiliencePipelineBuilderBase =>
        builder.AddConcurrencyLimiter(new ConcurrencyLimiterOptions { PermitLimit = permitLimit, QueueLimit = queueLimit });

    /// <inheritdoc cref="AddConcurrencyLimiter{TBuilder}(TBuilder, int, int)"/>
    public static TBuilder AddConcurrencyLimiter<TBuilder>(this TBuilder builder, ConcurrencyLimiterOptions options)
        where TBuilder : ResiliencePipelineBuilderBase => builder.AddRateLimiter(new RateLimiterStrategyOptions { DefaultRateLimiterOptions = options });

    /// <summary>Limits by <paramref name="limiter"/>, which stays the caller's.</summary>
    public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, RateLimiter limiter)
        where TBuilder : ResiliencePipelineBuilderBase => builder.AddRateLimiter(new RateLimiterStrategyOptions
        {
            RateLimiter = args => limiter.AcquireAsync(cancellationToken: args.Context.CancellationToken),
        });

    /// <summary>Limits as <paramref name="options"/> say.</summary>
    public static TBuilder AddRateLimiter<TBuilder>(this TBuilder builder, RateLimiterStrategyOptions options)
        where TBuilder : ResiliencePipelineBuilderBase => builder.AddStrategy(context =>
        {
            var owned = options.RateLimiter is null ? new ConcurrencyLimiter(options.DefaultRateLimiterOptions) : null;
            var acquire = options.RateLimiter ?? (args => owned!.AcquireAsync(cancellationToken: args.Context.CancellationToken));
            return new RateLimiterStrategy(acquire, options.OnRejected, context.Telemetry, owned);
        }, options);
}
