using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Registry;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.CdnOrchestrator.Signing;

/// <summary>The token is a part of the path, so that relative addresses below it carry it along.</summary>
internal sealed class OwnEdgeSigner(PathKeys keys) : IEdgeSigner
{
    public EdgeKind Kind => EdgeKind.Own;

    public Func<EdgeFacts, SignedBase> For(SigningOrder order)
    {
        var token = new PathToken(order.PlaybackId, order.Prefix, order.Renditions, order.ExpiresAt, order.Address is { } address ? AddressClass.Of(address) : "").Write(keys.Current);
        return edge => new($"{edge.Address}t/{token}/{order.Prefix}", order.ExpiresAt, token);
    }
}
