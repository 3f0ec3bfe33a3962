using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.ServiceDiscovery;
using Yarp.ReverseProxy.Transforms.Builder;

namespace Streamix.Infra.Gateway.Proxy;

internal static class ProxySetup
{
    public static void AddProxy(this IServiceCollection services)
    {
        services.AddReverseProxy();
        services.TryAddSingleton(Random.Shared);
        services.AddSingleton<ProxyConfigSource>();
        services.AddSingleton<IProxyConfigProvider>(s => s.GetRequiredService<ProxyConfigSource>());
        services.AddSingleton<IDestinationResolver, DestinationDiscovery>();
        services.AddSingleton<ITransformProvider, Rewrites>();
        services.AddSingleton<MatcherPolicy, MachinesPaths>();
        services.AddSingleton<IPassiveHealthCheckPolicy, TransportFailures>();
        services.AddSingleton<VersionChoice>();
        services.AddSingleton<Breakers>();
        services.AddSingleton<ForwardStep>();
    }

    public static void MapProxy(this WebApplication app)
    {
        var source = app.Services.GetRequiredService<ProxyConfigSource>();
        var step = app.Services.GetRequiredService<ForwardStep>();
        app.MapReverseProxy(proxy =>
        {
            proxy.Use(step.InvokeAsync);
            proxy.UseLoadBalancing();
            proxy.UsePassiveHealthChecks();
        }).ConfigureEndpoints(source.Attach);
    }
}
