using System.Collections.Concurrent;
using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.ServiceDiscovery;

namespace Streamix.ServiceDefaults.Discovery;

/// <summary>Picks an address of a service: the next one in turn that is not out. When all are out, all are tried again.</summary>
internal sealed class EndpointBalancer(ServiceEndpointResolver resolver, IOptions<EjectionOptions> options, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, EndpointHealth> _health = new(StringComparer.OrdinalIgnoreCase);
    private uint _turn;

    /// <summary>The request's address at one of the service's endpoints, and what is known of that endpoint.</summary>
    public async ValueTask<(Uri Address, EndpointHealth? Health)> PickAsync(Uri address, CancellationToken cancellationToken)
    {
        var source = await resolver.GetEndpointsAsync(address.GetLeftPart(UriPartial.Authority), cancellationToken);
        if (source.Endpoints.Count == 0)
            return (address, null);

        var first = (int)(Interlocked.Increment(ref _turn) % (uint)source.Endpoints.Count);
        for (var i = 0; i < source.Endpoints.Count; i++)
        {
            var endpoint = source.Endpoints[(first + i) % source.Endpoints.Count].EndPoint;
            var health = HealthOf(endpoint);
            if (!health.IsOut)
                return (At(address, endpoint), health);
        }
        var any = source.Endpoints[first].EndPoint;
        return (At(address, any), HealthOf(any));
    }

    private EndpointHealth HealthOf(EndPoint endpoint) => _health.GetOrAdd(endpoint.ToString()!, _ => new(options.Value, time));

    private static Uri At(Uri address, EndPoint endpoint)
    {
        var (scheme, host, port, path) = endpoint switch
        {
            DnsEndPoint dns => (FirstScheme(address), dns.Host, dns.Port, ""),
            IPEndPoint ip => (FirstScheme(address), ip.Address.ToString(), ip.Port, ""),
            _ when Uri.TryCreate(endpoint.ToString(), UriKind.Absolute, out var uri) => (uri.Scheme, uri.Host, uri.Port, uri.AbsolutePath.TrimEnd('/')),
            _ => throw new InvalidOperationException($"{endpoint} is no address."),
        };
        // A name without a port keeps the port that was asked for, or the scheme's own.
        var target = new UriBuilder(address) { Scheme = scheme, Host = host, Port = port > 0 ? port : address.Port };
        if (path.Length > 0)
            target.Path = path + address.AbsolutePath;
        return target.Uri;
    }

    private static string FirstScheme(Uri address)
    {
        var plus = address.Scheme.IndexOf('+', StringComparison.Ordinal);
        return plus < 0 ? address.Scheme : address.Scheme[..plus];
    }
}
