using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Polly;
using Polly.Registry;

namespace Microsoft.Extensions.Http.Resilience;

internal static class PipelineRegistration
{
    public static IHttpClientBuilder AddPipeline(
        this IHttpClientBuilder client, string name, Action<ResiliencePipelineBuilder<HttpResponseMessage>, ResilienceHandlerContext> configure)
    {
        client.Services.AddPipelines();
        return client.AddHttpMessageHandler(services =>
        {
            var registry = services.GetRequiredService<ResiliencePipelineRegistry<HttpKey>>();
            var select = services.GetRequiredService<IOptionsMonitor<PipelineSelector>>().Get(name).Factory?.Invoke(services) ?? (_ => "");
            return new ResilienceHandler(request => registry.GetOrAddPipeline<HttpResponseMessage>(
                new HttpKey(name, select(request)),
                (builder, context) => configure(builder, new ResilienceHandlerContext(context, services))));
        });
    }

    private static void AddPipelines(this IServiceCollection services)
    {
        services.AddOptions().AddMetrics().AddLogging();
        services.TryAddSingleton<PipelineTelemetry>();
        services.TryAddTransient(provider => new ResiliencePipelineBuilder { TelemetryListener = provider.GetRequiredService<PipelineTelemetry>() });
        services.TryAddSingleton(provider => new ResiliencePipelineRegistry<HttpKey>(new ResiliencePipelineRegistryOptions<HttpKey>
        {
            BuilderFactory = provider.GetRequiredService<ResiliencePipelineBuilder>,
            BuilderNameFormatter = key => key.Name,
            InstanceNameFormatter = key => key.InstanceName,
        }));
    }
}
