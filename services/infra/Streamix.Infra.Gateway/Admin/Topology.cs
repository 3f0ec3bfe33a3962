using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Proxy;
using Yarp.ReverseProxy;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>The services as the gateway sees them at this moment.</summary>
internal sealed class Topology(IProxyStateLookup proxy, Breakers breakers)
{
    public ServiceView Of(ServicePlan service) => new(
        service.Id,
        service.Settings.Sticky,
        service.Settings.Balance,
        [.. service.Versions.Select(v => Of(service, v))]);

    private VersionView Of(ServicePlan service, VersionPlan version) => new(
        version.Name,
        version.Resource,
        version.Weight,
        breakers.Of(service, version).State,
        proxy.TryGetCluster(version.ClusterId, out var cluster)
            ? [.. cluster.DestinationsState.AllDestinations.Select(d => new DestinationView(
                d.Model.Config.Address, d.Health.Active.ToString(), d.Health.Passive.ToString(), d.ConcurrentRequestCount))]
            : []);
}
