using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery;

internal static class EndPointText
{
    /// <summary>Reads <c>scheme://host:port/path</c>, <c>host:port</c> or <c>host</c>.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out EndPoint? endPoint)
    {
        endPoint = null;
        if (text.Contains("://", StringComparison.Ordinal))
            endPoint = Uri.TryCreate(text, UriKind.Absolute, out var uri) ? new UriEndPoint(uri) : null;
        else if (Uri.TryCreate($"any://{text}", UriKind.Absolute, out var address) && address.Host.Length > 0)
            endPoint = HostAndPort(address.Host, address.Port);

        return endPoint is not null;
    }

    /// <summary>An address without a scheme; a port that is not given becomes 0.</summary>
    public static EndPoint HostAndPort(string host, int port) => IPAddress.TryParse(host, out var ip)
        ? new IPEndPoint(ip, Math.Max(port, 0))
        : new DnsEndPoint(host, Math.Max(port, 0));
}
