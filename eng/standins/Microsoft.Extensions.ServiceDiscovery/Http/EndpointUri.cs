using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

internal static class EndpointUri
{
    /// <summary>The request's URI at the address of <paramref name="endpoint"/>.</summary>
    /// <exception cref="InvalidOperationException">The scheme is not allowed.</exception>
    public static Uri Apply(Uri uri, ServiceEndpoint endpoint, ServiceDiscoveryOptions options) => endpoint.EndPoint switch
    {
        UriEndPoint address => Onto(uri, address.Uri),
        DnsEndPoint dns => At(uri, dns.Host, dns.Port, options),
        IPEndPoint ip => At(uri, ip.Address.ToString(), ip.Port, options),
        var other => throw new InvalidOperationException($"Endpoints of type {other.GetType()} are not supported."),
    };

    private static Uri Onto(Uri uri, Uri address)
    {
        var result = new UriBuilder(uri) { Scheme = address.Scheme, Host = address.Host, Port = address.Port };
        if (address.AbsolutePath.Length > 1)
            result.Path = $"{address.AbsolutePath.TrimEnd('/')}/{uri.AbsolutePath.TrimStart('/')}";
        return result.Uri;
    }

    private static Uri At(Uri uri, string host, int port, ServiceDiscoveryOptions options)
    {
        var result = new UriBuilder(uri) { Host = host };
        if (port > 0)
            result.Port = port;
        if (!uri.Scheme.Contains('+', StringComparison.Ordinal))
            return result.Uri;

        var scheme = uri.Scheme.Split('+')[0];
        if (!options.Allows(scheme))
            throw new InvalidOperationException($"The scheme '{scheme}' is not allowed.");
        result.Scheme = scheme;
        return result.Uri;
    }
}
