using System.Diagnostics.Metrics;
using Streamix.Streaming.Edge.Reporting;

namespace Streamix.Streaming.Edge.Access;

/// <summary>What viewers got and what it cost the store. No addresses, no titles.</summary>
internal sealed class EdgeMetrics
{
    private readonly Counter<long> _requests;
    private readonly Counter<long> _bytes;
    private readonly Histogram<double> _first;
    private readonly Counter<long> _filled;
    private readonly Histogram<double> _fills;

    public EdgeMetrics(IMeterFactory meters, EdgeStanding standing)
    {
        var meter = meters.Create("Streamix.Streaming.Edge");
        _requests = meter.CreateCounter<long>("streamix.edge.requests", "{request}", "Requests of viewers, by kind, cache and status. Hits by all that asked the cache are the hit ratio.");
        _bytes = meter.CreateCounter<long>("streamix.edge.sent", "By", "Bytes sent to viewers.");
        _first = meter.CreateHistogram<double>("streamix.edge.first_byte.duration", "s", "Time to the first byte of an answer.");
        _filled = meter.CreateCounter<long>("streamix.edge.filled", "By", "Bytes fetched from the store.");
        _fills = meter.CreateHistogram<double>("streamix.edge.fill.duration", "s", "Time that the store took for an object.");
        meter.CreateObservableGauge("streamix.edge.connections", () => standing.Connections, "{connection}", "Open connections.");
        meter.CreateObservableGauge("streamix.edge.cache.size", () => standing.CacheBytes, "By", "Bytes in the cache.");
        meter.CreateObservableGauge("streamix.edge.serving", () => standing.IsServing ? 1 : 0, "1", "1 when nginx answers.");
    }

    public void Served(AccessLine line)
    {
        var (kind, cache) = (new KeyValuePair<string, object?>("kind", line.Kind), new KeyValuePair<string, object?>("cache", line.Cache));
        _requests.Add(1, kind, cache, new("status", line.Status));
        _bytes.Add(line.Bytes, kind, cache);
        if (line.FirstByte is { } first)
            _first.Record(first.TotalSeconds, kind, cache);
    }

    public void Filled(int status, long bytes, TimeSpan took)
    {
        _filled.Add(bytes);
        _fills.Record(took.TotalSeconds, new KeyValuePair<string, object?>("status", status));
    }
}
