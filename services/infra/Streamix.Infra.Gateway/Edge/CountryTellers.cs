using System.Net;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>
/// Believes a country only of the proxy that the viewer has talked to. Whoever goes around it, straight to a load balancer that is trusted with
/// addresses alone, may send what header they like.
/// </summary>
internal sealed class CountryTellers(IOptions<EdgeOptions> options)
{
    private readonly IPNetwork[] _proxies = [.. options.Value.ProxyNetworks()];
    private readonly IPNetwork[] _tellers = [.. options.Value.CountryNetworks()];

    public bool Any => _tellers.Length > 0;

    public ViewerCountry? Read(HttpContext context) =>
        context.Request.Headers[options.Value.CountryHeader] is [{ } told] && Nearest(context) is { } proxy && IsIn(_tellers, proxy) ? ViewerCountry.Parse(told) : null;

    /// <summary>The trusted proxy nearest to the viewer; each has written its own client at the end of X-Forwarded-For.</summary>
    private IPAddress? Nearest(HttpContext context)
    {
        if (context.Connection.RemoteIpAddress is not { } nearest || !IsIn(_proxies, nearest))
        {
            return null;
        }

        var clients = context.Request.Headers.GetCommaSeparatedValues("X-Forwarded-For");
        for (var i = clients.Length - 1; i >= 0 && IPEndPoint.TryParse(clients[i], out var client) && IsIn(_proxies, client.Address); i--)
        {
            nearest = client.Address;
        }

        return nearest;
    }

    private static bool IsIn(IPNetwork[] networks, IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(networks, network => network.Contains(plain));
    }
}
