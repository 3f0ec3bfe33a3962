using System.Net;
using Microsoft.Extensions.Options;
using Streamix.Infra.Gateway.Edge;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>Besides the role: only from the configured networks, when there are any. Others see nothing there.</summary>
internal sealed class AdminNetwork(IOptions<EdgeOptions> options) : IEndpointFilter
{
    private readonly IPNetwork[] _networks = [.. options.Value.AdminNetworks.Select(n => IPNetwork.Parse(n))];

    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        _networks.Length == 0 || context.HttpContext.Connection.RemoteIpAddress is { } address && Admits(address)
            ? next(context)
            : new(Problems.NotFound());

    private bool Admits(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return Array.Exists(_networks, n => n.Contains(plain));
    }
}
