using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.CdnOrchestrator.Choice;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using Streamix.Streaming.CdnOrchestrator.Signing;
using Streamix.Streaming.CdnOrchestrator.Standing;
using Streamix.Streaming.CdnOrchestrator.Steering;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.CdnOrchestrator.Calls;

/// <summary>Chooses edges for a playback and signs their addresses, from memory alone.</summary>
internal sealed class EdgeRouter(
    EdgeBook book, EdgeChoice choice, RevokedPlaybacks revoked, IEnumerable<IEdgeSigner> signers, SteeringSessions steering, EdgeMetrics metrics, IOptions<OrchestratorOptions> options)
{
    /// <exception cref="RpcException">Failed precondition: the playback was revoked.</exception>
    /// <exception cref="DependencyUnavailableException">There is no edge, or none that can keep to the order.</exception>
    public async Task<V1.RouteAnswer> RouteAsync(RouteOrder order, CancellationToken cancellationToken)
    {
        await book.ReadyAsync(cancellationToken);
        if (revoked.Has(order.Signing.PlaybackId))
            throw new RpcException(new Status(StatusCode.FailedPrecondition, "The playback was revoked."));
        var signing = signers.ToDictionary(s => s.Kind, s => s.For(order.Signing));
        var edges = book.Facts().ToLookup(e => signing[e.Kind] is not null);
        var chosen = choice.Of([.. edges[true]], order.AssetId.ToString(), order.Country);
        if (chosen.Edges.Count == 0)
            throw new DependencyUnavailableException("streaming-edge");
        metrics.Routed(chosen.Edges[0].Name);
        var answer = new V1.RouteAnswer
        {
            Routes = { chosen.Edges.Select(edge => Route(edge, signing[edge.Kind]!(edge))) },
            Because = { chosen.Because.Concat(edges[false].Select(e => $"not {e.Name}: it cannot keep to the order")) },
        };
        var session = steering.Write(new(order.Signing.PlaybackId, order.AssetId, order.Country, [.. chosen.Edges.Select(e => e.Name)]));
        var address = options.Value.PublicSteering.TrimEnd('/');
        (answer.SteeringHls, answer.SteeringDash) = ($"{address}/{SteeringApi.Hls}/{session}", $"{address}/{SteeringApi.Dash}/{session}");
        return answer;
    }

    private static V1.Route Route(EdgeFacts edge, SignedBase signed) =>
        new() { Edge = edge.Name, Base = signed.Base, Token = signed.Token, ExpiresAt = signed.ExpiresAt.ToTimestamp(), Query = signed.Query, Cookies = { signed.Cookies ?? [] } };
}
