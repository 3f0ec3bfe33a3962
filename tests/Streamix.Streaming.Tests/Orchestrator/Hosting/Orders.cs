using Google.Protobuf.WellKnownTypes;
using V1 = Streamix.Streaming.Contracts.Edges.V1;

namespace Streamix.Streaming.Tests.Orchestrator.Hosting;

internal static class Orders
{
    public static V1.RouteRequest Route(OrchestratorHost host, Action<V1.RouteRequest>? change = null)
    {
        var asset = Guid.CreateVersion7();
        var request = new V1.RouteRequest
        {
            PlaybackId = Guid.CreateVersion7().ToString(), AssetId = asset.ToString(), Prefix = $"transcoder/{asset}/1/", Renditions = { "240p", "480p" },
            ExpiresAt = host.Time.GetUtcNow().AddMinutes(10).ToTimestamp(), Country = "NL", Address = "192.0.2.7",
        };
        change?.Invoke(request);
        return request;
    }
}
