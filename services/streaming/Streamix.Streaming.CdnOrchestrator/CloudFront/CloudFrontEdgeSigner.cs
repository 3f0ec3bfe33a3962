using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>
/// One custom policy for all that lies below the prefix. It cannot leave out renditions nor be taken back: the player's manifest names no others,
/// and the token is short.
/// </summary>
internal sealed class CloudFrontEdgeSigner(CloudFrontKey key, IOptions<OrchestratorOptions> options) : IEdgeSigner
{
    public EdgeKind Kind => EdgeKind.CloudFront;

    public SignedBase Sign(EdgeFacts edge, SigningOrder order)
    {
        var settings = options.Value.CloudFront;
        var address = $"{edge.Address}{order.Prefix}";
        var policy = new CloudFrontPolicy($"{address}*", order.ExpiresAt, Network: NetworkOf(order.Address));
        return settings.Carrier == CloudFrontCarrier.Cookies
            ? new(address, Cookies: CloudFrontSignature.CustomCookies(key, policy, settings.CookieDomain, new Uri(address).AbsolutePath))
            : new(address, Query: CloudFrontSignature.CustomQuery(key, policy));
    }

    private static IPNetwork? NetworkOf(IPAddress? address) =>
        address is null || address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? null : AddressClass.NetworkOf(address);
}
