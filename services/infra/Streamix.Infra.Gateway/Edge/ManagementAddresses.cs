using System.Net;
using Microsoft.Extensions.Options;

namespace Streamix.Infra.Gateway.Edge;

/// <summary>The gateway's own health and metrics, for those inside only and only in their plain spelling.</summary>
internal sealed class ManagementAddresses(IOptions<EdgeOptions> options)
{
    private static readonly string[] Own = ["/health", "/alive", "/metrics"];
    private readonly IPNetwork[] _networks = [.. options.Value.Management.Select(n => IPNetwork.Parse(n))];

    public bool Admits(HttpContext context, string rawTarget) =>
        Array.IndexOf(Own, rawTarget) >= 0 && context.Connection.RemoteIpAddress is { } address && Admits(address);

    private bool Admits(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, n => n.Contains(plain));
    }
}
