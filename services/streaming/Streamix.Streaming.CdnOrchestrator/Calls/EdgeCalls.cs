using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.Streaming.CdnOrchestrator.Revocations;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.CdnOrchestrator.Calls;

/// <summary>Where the bytes of a playback come from.</summary>
internal sealed class EdgeCalls(EdgeRouter router, RevocationDesk revocations, IOptions<OrchestratorOptions> options, TimeProvider time) : V1.Edges.EdgesBase
{
    /// <summary>The only service that may call.</summary>
    public const string PlaybackContext = "streaming-playback-context";

    public override Task<V1.RouteAnswer> Route(V1.RouteRequest request, ServerCallContext context) =>
        router.RouteAsync(Requests.Read(request, time.GetUtcNow(), options.Value.LongestToken), context.CancellationToken);

    public override async Task<V1.RevokeAnswer> Revoke(V1.RevokeRequest request, ServerCallContext context)
    {
        await revocations.RevokeAsync(Requests.Id("playback_id", request.PlaybackId), request.Reason, context.CancellationToken);
        return new();
    }
}
