using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting;

/// <summary>Points resources to the dashboard for their telemetry.</summary>
public static class OtlpConfigurationExtensions
{
    /// <summary>The resource exports telemetry to the dashboard in run mode.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder)
        where T : IResourceWithEnvironment
    {
        AddOtlpEnvironment(builder.Resource, builder.ApplicationBuilder.Configuration, builder.ApplicationBuilder.Environment);
        return builder;
    }

    /// <summary>The resource exports telemetry to the dashboard in run mode, by a protocol.</summary>
    public static IResourceBuilder<T> WithOtlpExporter<T>(this IResourceBuilder<T> builder, OtlpProtocol protocol)
        where T : IResourceWithEnvironment
    {
        AddOtlpEnvironment(builder.Resource, builder.ApplicationBuilder.Configuration, builder.ApplicationBuilder.Environment, protocol);
        return builder;
    }

    /// <inheritdoc cref="WithOtlpExporter{T}(IResourceBuilder{T})" />
    public static void AddOtlpEnvironment(IResource resource, IConfiguration configuration, IHostEnvironment environment) =>
        Add(resource, configuration, environment, new());

    /// <inheritdoc cref="WithOtlpExporter{T}(IResourceBuilder{T}, OtlpProtocol)" />
    public static void AddOtlpEnvironment(IResource resource, IConfiguration configuration, IHostEnvironment environment, OtlpProtocol protocol) =>
        Add(resource, configuration, environment, new() { RequiredProtocol = protocol });

    private static void Add(IResource resource, IConfiguration configuration, IHostEnvironment environment, OtlpExporterAnnotation exporter)
    {
        resource.Annotations.Add(exporter);
        resource.Annotations.Add(new EnvironmentCallbackAnnotation(context =>
        {
            if (context.ExecutionContext.IsRunMode && resource.TryGetLastAnnotation<OtlpExporterAnnotation>(out var last))
                OtlpVariables.Add(context.EnvironmentVariables, configuration, environment, last.RequiredProtocol);
        }));
    }
}
