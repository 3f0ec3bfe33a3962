using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.CloudFront;

/// <summary>
/// One custom policy for all that lies below the prefix. Unlike our own edges, CloudFront cannot leave out renditions (the player's manifest names no others) nor
/// refuse what was signed before its end, so that end is near: see <see cref="CloudFrontOptions.Lifetime"/>. It binds to IPv4 networks alone.
/// </summary>
internal sealed class CloudFrontEdgeSigner(CloudFrontKey key, IOptions<OrchestratorOptions> options, TimeProvider time) : IEdgeSigner
{
    public EdgeKind Kind => EdgeKind.CloudFront;

    public Func<EdgeFacts, SignedBase>? For(SigningOrder order) =>
        order.Address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? null : edge => Sign(edge, order);

    private SignedBase Sign(EdgeFacts edge, SigningOrder order)
    {
        var settings = options.Value.CloudFront;
        var (address, end) = ($"{edge.Address}{order.Prefix}", End(order, settings.Lifetime));
        var policy = new CloudFrontPolicy($"{address}*", end, Network: order.Address is { } viewer ? AddressClass.NetworkOf(viewer) : null);
        return settings.Carrier == CloudFrontCarrier.Cookies
            ? new(address, end, Cookies: CloudFrontSignature.CustomCookies(key, policy, settings.CookieDomain, new Uri(address).AbsolutePath))
            : new(address, end, Query: CloudFrontSignature.CustomQuery(key, policy));
    }

    private DateTimeOffset End(SigningOrder order, TimeSpan lifetime)
    {
        var farthest = DateTimeOffset.FromUnixTimeSeconds((time.GetUtcNow() + lifetime).ToUnixTimeSeconds());
        return order.ExpiresAt < farthest ? order.ExpiresAt : farthest;
    }
}
