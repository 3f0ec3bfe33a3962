using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

/// <summary>All label sets of one instrument. Their number is bounded: what comes later is counted under one overflow label.</summary>
internal sealed class InstrumentSeries
{
    public const int MostSeries = 2000;
    private static readonly double[] DefaultBounds = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
    private static readonly KeyValuePair<string, object?>[] Overflow = [new("otel_metric_overflow", true)];
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series> _byTags = new(TagComparer.Instance);
    private readonly ConcurrentDictionary<string, Series> _byLabels = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<KeyValuePair<string, object?>[], Series>.AlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>> _lookup;
    private readonly double[] _bounds;

    private InstrumentSeries(Instrument instrument, MetricKind kind, double[] bounds)
    {
        (Kind, _bounds) = (kind, bounds);
        Name = MetricNames.Of(instrument, kind);
        Help = instrument.Description ?? "";
        _lookup = _byTags.GetAlternateLookup<ReadOnlySpan<KeyValuePair<string, object?>>>();
    }

    public MetricKind Kind { get; }

    public string Name { get; }

    public string Help { get; }

    public IEnumerable<Series> All => _byLabels.Values;

    public static InstrumentSeries? Of(Instrument instrument) =>
        MetricKinds.Of(instrument) is { } kind ? new(instrument, kind, Bounds(instrument)) : null;

    public void Record(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var series = _lookup.TryGetValue(tags, out var known) ? known : Find(tags.ToArray());
        series.Record(Kind, value);
    }

    /// <summary>What is observed anew and is no longer there must not linger.</summary>
    public void BeforeObservation()
    {
        if (Kind != MetricKind.Value)
            return;
        foreach (var series in _byLabels.Values)
            series.Forget();
    }

    private Series Find(KeyValuePair<string, object?>[] tags)
    {
        if (_byTags.Count >= MostSeries)
            tags = Overflow;
        var labels = MetricLabels.Write(tags);
        var series = _byLabels.GetOrAdd(labels, (text, bounds) => new(text, bounds), Kind == MetricKind.Histogram ? _bounds : []);
        _byTags.TryAdd(tags, series);
        return series;
    }

    private static double[] Bounds(Instrument instrument) => instrument switch
    {
        Histogram<double> { Advice.HistogramBucketBoundaries: { Count: > 0 } advised } => [.. advised],
        Histogram<long> { Advice.HistogramBucketBoundaries: { Count: > 0 } advised } => [.. advised.Select(b => (double)b)],
        Histogram<int> { Advice.HistogramBucketBoundaries: { Count: > 0 } advised } => [.. advised.Select(b => (double)b)],
        { Unit: "s" } => DefaultBounds,
        _ => [0, 5, 10, 25, 50, 75, 100, 250, 500, 750, 1000, 2500, 5000, 7500, 10000],
    };
}
