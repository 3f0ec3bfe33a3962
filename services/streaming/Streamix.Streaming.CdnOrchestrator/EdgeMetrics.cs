using System.Diagnostics.Metrics;
using Streamix.Streaming.CdnOrchestrator.Standing;

namespace Streamix.Streaming.CdnOrchestrator;

/// <summary>What this service decides, and how the edges are.</summary>
internal sealed class EdgeMetrics
{
    private readonly Counter<long> _routes;
    private readonly Counter<long> _revocations;
    private readonly Counter<long> _steering;

    public EdgeMetrics(IMeterFactory meters, EdgeBook book)
    {
        var meter = meters.Create("Streamix.Streaming.CdnOrchestrator");
        _routes = meter.CreateCounter<long>("streamix.cdn.routes", "{playback}", "Playbacks sent to an edge, by the first one chosen.");
        _revocations = meter.CreateCounter<long>("streamix.cdn.revocations", "{playback}", "Playbacks whose tokens were revoked.");
        _steering = meter.CreateCounter<long>("streamix.cdn.steering", "{request}", "Answers to players that asked for steering, by the edge put first.");
        meter.CreateObservableGauge<double>("streamix.cdn.edge.load", () => book.Facts().Select(e => new Measurement<double>(e.Load, new KeyValuePair<string, object?>("edge", e.Name))), "1", "Load of an edge, 1 being its capacity.");
        meter.CreateObservableGauge<int>("streamix.cdn.edge.well", () => book.Facts().Select(e => new Measurement<int>(e.IsWell ? 1 : 0, new KeyValuePair<string, object?>("edge", e.Name))), "1", "1 when the edge is well.");
    }

    public void Routed(string edge) => _routes.Add(1, new KeyValuePair<string, object?>("edge", edge));

    public void Revoked() => _revocations.Add(1);

    public void Steered(string kind, string edge) => _steering.Add(1, new("kind", kind), new KeyValuePair<string, object?>("edge", edge));
}
