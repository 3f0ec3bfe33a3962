using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Http.Resilience;
using Polly;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Resilience for HTTP clients.</summary>
public static class ResilienceHttpClientBuilderExtensions
{
    /// <summary>Adds a pipeline of one's own.</summary>
    public static IHttpResiliencePipelineBuilder AddResilienceHandler(
        this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>> configure) =>
        builder.AddResilienceHandler(pipelineName, (pipeline, _) => configure(pipeline));

    /// <inheritdoc cref="AddResilienceHandler(IHttpClientBuilder, string, Action{ResiliencePipelineBuilder{HttpResponseMessage}})"/>
    public static IHttpResiliencePipelineBuilder AddResilienceHandler(
        this IHttpClientBuilder builder, string pipelineName, Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
    {
        ArgumentException.ThrowIfNullOrEmpty(pipelineName);
        var name = $"{builder.Name}-{pipelineName}";
        builder.AddPipeline(name, configure);
        return new NamedPipeline(name, builder.Services);
    }

    /// <summary>Rate limiter, total timeout, retries, circuit breaker and attempt timeout, in this order from the outside.</summary>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(this IHttpClientBuilder builder)
    {
        var name = $"{builder.Name}-standard";
        builder.Services.AddOptionsWithValidateOnStart<HttpStandardResilienceOptions, HttpStandardResilienceOptionsValidator>(name);
        builder.AddPipeline(name, (pipeline, context) =>
        {
            context.EnableReloads<HttpStandardResilienceOptions>(name);
            var options = context.GetOptions<HttpStandardResilienceOptions>(name);
            pipeline
                .AddRateLimiter(options.RateLimiter)
                .AddTimeout(options.TotalRequestTimeout)
                .AddRetry(options.Retry)
                .AddCircuitBreaker(options.CircuitBreaker)
                .AddTimeout(options.AttemptTimeout);
        });
        return new NamedPipeline(name, builder.Services);
    }

    /// <inheritdoc cref="AddStandardResilienceHandler(IHttpClientBuilder)"/>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
        this IHttpClientBuilder builder, Action<HttpStandardResilienceOptions> configure) => builder.AddStandardResilienceHandler().Configure(configure);

    /// <inheritdoc cref="AddStandardResilienceHandler(IHttpClientBuilder)"/>
    public static IHttpStandardResiliencePipelineBuilder AddStandardResilienceHandler(
        this IHttpClientBuilder builder, IConfigurationSection section) => builder.AddStandardResilienceHandler().Configure(section);

    /// <summary>Takes away every resilience handler added before, defaults included.</summary>
    [Experimental(Experiments.Resilience)]
    public static IHttpClientBuilder RemoveAllResilienceHandlers(this IHttpClientBuilder builder) =>
        builder.ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
        {
            foreach (var handler in handlers.OfType<ResilienceHandler>().ToList())
                handlers.Remove(handler);
        });
}
