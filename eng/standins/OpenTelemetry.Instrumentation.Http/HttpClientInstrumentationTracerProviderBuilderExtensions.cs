using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenTelemetry.Instrumentation.Diagnostics;
using OpenTelemetry.Instrumentation.Http;

namespace OpenTelemetry.Trace;

/// <summary>Spans of HttpClient.</summary>
public static class HttpClientInstrumentationTracerProviderBuilderExtensions
{
    /// <summary>Collects spans of outgoing requests.</summary>
    public static TracerProviderBuilder AddHttpClientInstrumentation(this TracerProviderBuilder builder) => builder.AddHttpClientInstrumentation(null, null);

    /// <inheritdoc cref="AddHttpClientInstrumentation(TracerProviderBuilder)"/>
    public static TracerProviderBuilder AddHttpClientInstrumentation(
        this TracerProviderBuilder builder, Action<HttpClientTraceInstrumentationOptions>? configureHttpClientTraceInstrumentationOptions) =>
        builder.AddHttpClientInstrumentation(null, configureHttpClientTraceInstrumentationOptions);

    /// <inheritdoc cref="AddHttpClientInstrumentation(TracerProviderBuilder)"/>
    public static TracerProviderBuilder AddHttpClientInstrumentation(
        this TracerProviderBuilder builder, string? name, Action<HttpClientTraceInstrumentationOptions>? configureHttpClientTraceInstrumentationOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        name ??= Options.DefaultName;
        builder.ConfigureServices(services => services.AddOptions<HttpClientTraceInstrumentationOptions>(name)
            .Configure(options => configureHttpClientTraceInstrumentationOptions?.Invoke(options)));
        builder.AddInstrumentation(provider => new DiagnosticSubscription("HttpHandlerDiagnosticListener", new HttpClientListener(
            provider.GetRequiredService<IOptionsMonitor<HttpClientTraceInstrumentationOptions>>().Get(name))));
        return builder.AddSource("System.Net.Http");
    }
}
