using Microsoft.Extensions.Diagnostics.HealthChecks;
using Streamix.ServiceDefaults.Telemetry;

namespace Streamix.ServiceDefaults.Health;

internal static class HealthEndpoints
{
    public static void AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks();
        services.AddSingleton<HealthReports>();
    }

    /// <summary><c>/alive</c>: the process answers. <c>/health</c>: it wants requests.</summary>
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet(Probes.Alive, context => context.Response.WriteAsync(nameof(HealthStatus.Healthy), context.RequestAborted)).AsProbe();
        app.MapGet(Probes.Health, async context =>
        {
            var view = await context.RequestServices.GetRequiredService<HealthReports>().ReadAsync(context.RequestAborted);
            context.Response.Headers.CacheControl = "no-store";
            context.Response.StatusCode = view.IsReady ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable;
            await context.Response.WriteAsJsonAsync(view, context.RequestAborted);
        }).AsProbe();
    }

    /// <summary>Open, unlimited, unmeasured and not part of the contract.</summary>
    public static void AsProbe(this IEndpointConventionBuilder endpoint) => endpoint
        .AllowAnonymous()
        .DisableRateLimiting()
        .DisableHttpMetrics()
        .WithMetadata(new ExcludeFromDescriptionAttribute());
}
