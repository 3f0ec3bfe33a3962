using StackExchange.Redis;
using Streamix.Infra.Gateway.Admin;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Streamix.Infra.Gateway.Limits;
using Streamix.Infra.Gateway.OpenApi;
using Streamix.Infra.Gateway.Proxy;
using Streamix.Infra.Gateway.Sessions;
using Streamix.Infra.Gateway.Views;

namespace Streamix.Infra.Gateway;

internal static class GatewaySetup
{
    public static void AddGateway(this WebApplicationBuilder builder)
    {
        builder.AddRedisClient("cache", s => s.DisableHealthChecks = true, Connect);
        var services = builder.Services;
        services.AddCatalogue();
        services.AddEdge();
        builder.AddSessions(Connect);
        services.AddLimits();
        services.AddProxy();
        services.AddHttpClient(PartCall.Client);
        services.AddSingleton<PartCall>();
        services.AddSingleton<ViewHandler>();
        services.AddSingleton<ViewEndpoints>();
        services.AddHttpClient(ServiceDocuments.Client);
        services.AddOptions<MergedOpenApiOptions>().BindConfiguration(MergedOpenApiOptions.Section);
        services.AddSingleton<ServiceDocuments>();
        services.AddSingleton<OwnDocument>();
        services.AddOwnDescriptions();
        services.AddSingleton<RouteProbe>();
        services.AddSingleton<Topology>();
        services.AddSingleton<Explainer>();
    }

    /// <summary>The order matters: refuse early, know the route, know the caller, then act.</summary>
    public static void UseGateway(this WebApplication app)
    {
        app.LeaveCallersToEdge();
        app.UseViewerCountry();
        app.UseTrustedProxies();
        app.UseExceptionHandler();
        app.UseMiddleware<GuardMiddleware>();
        app.UseResponseCompression();
        app.UseRouting();
        app.UseRequestTimeouts();
        app.UseCors();
        app.UseMiddleware<EdgeMiddleware>();
        app.UseTryItPage();
    }

    public static void MapGateway(this WebApplication app)
    {
        app.MapGatewayAdmin();
        app.MapOperations();
        app.MapMergedOpenApi();
        app.MapProxy();
        ((IEndpointRouteBuilder)app).DataSources.Add(app.Services.GetRequiredService<ViewEndpoints>());
        app.Services.GetRequiredService<RouteProbe>().Attach(app);
    }

    /// <summary>
    /// The host would put authentication and authorization of its own before everything else, as the chassis registers them.
    /// Here <see cref="EdgeMiddleware"/> knows the caller; an endpoint that asked for the host's authorization would fail, not pass.
    /// </summary>
    private static void LeaveCallersToEdge(this IApplicationBuilder app)
    {
        app.Properties["__AuthenticationMiddlewareSet"] = true;
        app.Properties["__AuthorizationMiddlewareSet"] = true;
    }

    /// <summary>A request never waits for a Redis that is away.</summary>
    private static void Connect(ConfigurationOptions options)
    {
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 2000;
        options.BacklogPolicy = BacklogPolicy.FailFast;
    }
}
