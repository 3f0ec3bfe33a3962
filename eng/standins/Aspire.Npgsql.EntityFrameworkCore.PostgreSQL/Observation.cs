using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace Aspire.Npgsql.EntityFrameworkCore.PostgreSQL;

internal static class Observation
{
    private static readonly double[] Seconds = [0, 0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

    public static void Add<TContext>(IHostApplicationBuilder builder, NpgsqlEntityFrameworkCorePostgreSQLSettings settings)
        where TContext : DbContext
    {
        if (!settings.DisableHealthChecks)
            builder.TryAddHealthCheck(typeof(TContext).Name, services => new DbContextHealthCheck<TContext>(services.GetRequiredService<IServiceScopeFactory>()));
        if (!settings.DisableTracing)
            builder.Services.AddOpenTelemetry().WithTracing(tracing => tracing.AddSource("Npgsql"));
        if (!settings.DisableMetrics)
            builder.Services.AddOpenTelemetry().WithMetrics(AddMeter);
    }

    private static void AddMeter(MeterProviderBuilder metrics)
    {
        metrics.AddMeter("Npgsql");
        foreach (var histogram in (string[])["db.client.operation.duration", "db.client.connection.npgsql.create_time"])
            metrics.AddView(histogram, new ExplicitBucketHistogramConfiguration { Boundaries = Seconds });
    }
}
