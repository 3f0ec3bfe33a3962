using OpenTelemetry;
using OpenTelemetry.Instrumentation.AspNetCore;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Streamix.ServiceDefaults.Telemetry.Prometheus;

namespace Streamix.ServiceDefaults.Telemetry;

internal static class TelemetryDefaults
{
    /// <summary>Our own sources and meters begin like this.</summary>
    public const string Own = "Streamix.*";

    /// <summary>HttpClient's own spans carry what the semantic conventions ask for; listening to its diagnostic events as well would only cost.</summary>
    private const string HttpClientSource = "System.Net.Http";

    public static void AddTelemetry(this IHostApplicationBuilder builder, ServiceIdentity identity)
    {
        builder.Configuration.Sources.Insert(0, LogLevels.Source());
        builder.Services.AddSingleton<MetricsCollector>();
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            builder.AddOtlp(identity);
    }

    /// <summary>A method of its own, so that nothing of OpenTelemetry is loaded where nobody listens.</summary>
    private static void AddOtlp(this IHostApplicationBuilder builder, ServiceIdentity identity)
    {
        builder.Logging.AddOpenTelemetry(logging =>
        {
            logging.IncludeFormattedMessage = true;
            logging.IncludeScopes = true;
        });
        builder.Services.Configure<AspNetCoreTraceInstrumentationOptions>(o => o.Filter = context => !Probes.IsProbe(context.Request.Path));
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => Describe(resource, identity, builder.Configuration))
            .WithMetrics(metrics => metrics
                .AddAspNetCoreInstrumentation()
                .AddHttpClientInstrumentation()
                .AddRuntimeInstrumentation()
                .AddMeter("Npgsql", "Polly", Own)
                .AddView(instrument => QuietMeters.Has(instrument.Meter) ? MetricStreamConfiguration.Drop : null))
            .WithTracing(tracing => tracing
                .AddSource(QuietPolling.Database, HttpClientSource, Own)
                .AddProcessor<QuietPolling>()
                .AddAspNetCoreInstrumentation())
            .UseOtlpExporter();
    }

    /// <summary>What the environment (OTEL_SERVICE_NAME, OTEL_RESOURCE_ATTRIBUTES) says goes first.</summary>
    private static void Describe(ResourceBuilder resource, ServiceIdentity identity, IConfiguration configuration)
    {
        if (string.IsNullOrEmpty(configuration["OTEL_SERVICE_NAME"]))
            resource.AddService(identity.Name, serviceInstanceId: Environment.MachineName);
    }
}
