using Streamix.ServiceDefaults.Health;
using Streamix.ServiceDefaults.Telemetry.Prometheus;

namespace Streamix.ServiceDefaults.Telemetry;

internal static class MetricsEndpoint
{
    /// <summary>Creating the collector here makes it count from the first request on.</summary>
    public static void MapMetrics(this WebApplication app)
    {
        var collector = app.Services.GetRequiredService<MetricsCollector>();
        app.MapGet(Probes.Metrics, context =>
        {
            context.Response.ContentType = PrometheusText.ContentType;
            return context.Response.WriteAsync(collector.Scrape(), context.RequestAborted);
        }).AsProbe();
    }
}
