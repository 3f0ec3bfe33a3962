using System.Text.Json;
using Streamix.Infra.Gateway.Catalogue;
using Yarp.ReverseProxy.Configuration;

namespace Streamix.Infra.Gateway.Proxy;

internal static class ProxyRoutes
{
    /// <summary>
    /// The proxy rebuilds an endpoint only when its configuration differs, so everything of the plan that the proxy
    /// does not know itself is written into the metadata.
    /// </summary>
    public static RouteConfig Of(RoutePlan plan) => new()
    {
        RouteId = plan.Id,
        ClusterId = plan.Service.Versions[0].ClusterId,
        Match = new RouteMatch { Path = plan.Pattern, Methods = plan.Methods.Count == 0 ? null : plan.Methods },
        Timeout = plan.Timeout,
        Metadata = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["policy"] = $"{plan.Policy.Access} {plan.Policy.Class} {plan.Policy.MaxBodyBytes} {string.Join(',', plan.Policy.Consumes)}",
            ["service"] = JsonSerializer.Serialize(plan.Service.Settings),
        },
    };
}
