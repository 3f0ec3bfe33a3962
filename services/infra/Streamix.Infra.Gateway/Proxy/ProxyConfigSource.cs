using System.Runtime.CompilerServices;
using Streamix.Infra.Gateway.Catalogue;
using Yarp.ReverseProxy.Configuration;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Hands the catalogue to the proxy, and to each endpoint of the proxy the plan it was made from.</summary>
internal sealed class ProxyConfigSource(CatalogueStore store) : IProxyConfigProvider
{
    private readonly ConditionalWeakTable<RouteConfig, RoutePlan> _plans = [];

    public IProxyConfig GetConfig()
    {
        var token = store.ChangeToken;
        var catalogue = store.Current;
        var routes = catalogue.Routes.Select(Route).ToList();
        var clusters = catalogue.Services.SelectMany(ProxyClusters.Of).ToList();
        return new CatalogueConfig(routes, clusters, token);
    }

    public void Attach(IEndpointConventionBuilder endpoint, RouteConfig route)
    {
        if (_plans.TryGetValue(route, out var plan))
        {
            endpoint.WithMetadata(plan, plan.Policy);
        }
    }

    private RouteConfig Route(RoutePlan plan)
    {
        var route = ProxyRoutes.Of(plan);
        _plans.Add(route, plan);
        return route;
    }
}
