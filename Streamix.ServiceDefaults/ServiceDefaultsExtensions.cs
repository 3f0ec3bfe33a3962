using System.Reflection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Streamix.ServiceDefaults.Audit;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Discovery;
using Streamix.ServiceDefaults.Health;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Operations;
using Streamix.ServiceDefaults.Privacy;
using Streamix.ServiceDefaults.Privacy.Sealing;
using Streamix.ServiceDefaults.Resilience;
using Streamix.ServiceDefaults.Shutdown;
using Streamix.ServiceDefaults.Telemetry;

namespace Streamix.ServiceDefaults;

/// <summary>What every service of Streamix has. Two calls in its Program.cs.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>
    /// Telemetry, health, discovery, resilient clients, problem details, callers, validation, limits, OpenAPI, audit, redaction, graceful shutdown.
    /// Nothing connects before it is needed.
    /// </summary>
    public static WebApplicationBuilder AddServiceDefaults(this WebApplicationBuilder builder)
    {
        var identity = ServiceIdentity.Of(builder);
        var services = builder.Services;
        services.TryAddSingleton(identity);
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(Random.Shared);
        builder.AddTelemetry(identity);
        services.AddRedaction();
        services.AddHealth();
        services.AddDiscovery();
        services.AddResilientClients();
        services.ConfigureHttpJsonOptions(json => JsonDefaults.Apply(json.SerializerOptions));
        services.AddProblems();
        services.AddRequestLimits();
        services.AddRateLimits();
        services.AddForwarding();
        services.AddCallers();
        services.AddValidators(Assembly.Load(builder.Environment.ApplicationName));
        services.AddServiceOpenApi(identity);
        services.AddAudit();
        services.AddGracefulShutdown();
        services.TryAddSingleton<IdempotencyStore>();
        builder.Configuration.UseCursorKey();
        return builder;
    }

    /// <summary>The middleware in its order, then <c>/health</c>, <c>/alive</c>, <c>/metrics</c> and <c>/openapi/v1.json</c>. Map the service's own routes after it.</summary>
    public static WebApplication UseServiceDefaults(this WebApplication app)
    {
        app.UseForwarding();
        app.UseProblems();
        app.UseRouting();
        app.UseMiddleware<RequestGuard>();
        app.UseCallers();
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseMiddleware<RereadableBody>();

        app.MapHealth();
        app.MapMetrics();
        app.MapOpenApi().AsProbe();
        app.MapPersonalData();
        app.MapSealedInbox();
        app.MapOperations();
        return app;
    }

    /// <summary><c>/health</c>, <c>/alive</c> and <c>/metrics</c> alone, for a host with a pipeline of its own.</summary>
    public static WebApplication MapProbes(this WebApplication app)
    {
        app.MapHealth();
        app.MapMetrics();
        return app;
    }
}
