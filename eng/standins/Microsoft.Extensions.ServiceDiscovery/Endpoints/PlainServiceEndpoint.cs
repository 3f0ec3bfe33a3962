using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http.Features;

namespace Microsoft.Extensions.ServiceDiscovery;

internal sealed class PlainServiceEndpoint(EndPoint endPoint, IFeatureCollection features) : ServiceEndpoint
{
    public override EndPoint EndPoint => endPoint;

    public override IFeatureCollection Features => features;

    public override string? ToString() => endPoint switch
    {
        IPEndPoint { Port: 0, AddressFamily: AddressFamily.InterNetworkV6 } ip => $"[{ip.Address}]",
        IPEndPoint { Port: 0 } ip => ip.Address.ToString(),
        DnsEndPoint { Port: 0 } dns => dns.Host,
        DnsEndPoint dns => $"{dns.Host}:{dns.Port}",
        _ => endPoint.ToString(),
    };
}
