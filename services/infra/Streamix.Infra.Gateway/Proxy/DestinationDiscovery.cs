using System.Net;
using Microsoft.Extensions.Primitives;
using Microsoft.Extensions.ServiceDiscovery;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.ServiceDiscovery;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>Turns <c>https+http://resource</c> into the addresses of its replicas, and again when they change.</summary>
internal sealed class DestinationDiscovery(ServiceEndpointResolver resolver) : IDestinationResolver
{
    public async ValueTask<ResolvedDestinationCollection> ResolveDestinationsAsync(
        IReadOnlyDictionary<string, DestinationConfig> destinations, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, DestinationConfig>(StringComparer.Ordinal);
        var changes = new List<IChangeToken>();
        foreach (var (name, destination) in destinations)
        {
            var source = await resolver.GetEndpointsAsync(destination.Address, cancellationToken);
            changes.Add(source.ChangeToken);
            foreach (var endpoint in source.Endpoints)
            {
                var address = Address(endpoint.EndPoint, destination.Address);
                found[$"{name}[{address}]"] = destination with { Address = address };
            }
        }

        return new ResolvedDestinationCollection(found, new CompositeChangeToken(changes));
    }

    private static string Address(EndPoint endpoint, string asked)
    {
        var scheme = asked.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? "https" : "http";
        return endpoint switch
        {
            DnsEndPoint { Port: 0 } dns => $"{scheme}://{dns.Host}",
            DnsEndPoint dns => $"{scheme}://{dns.Host}:{dns.Port}",
            IPEndPoint ip => $"{scheme}://{ip}",
            _ => new Uri(endpoint.ToString()!).GetLeftPart(UriPartial.Authority),
        };
    }
}
