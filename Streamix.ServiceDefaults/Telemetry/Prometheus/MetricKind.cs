using System.Diagnostics.Metrics;

namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

/// <summary>How measurements of an instrument add up.</summary>
internal enum MetricKind
{
    /// <summary>Increments of a total.</summary>
    Counter,

    /// <summary>A total, read when asked.</summary>
    ObservedTotal,

    /// <summary>Changes of a value that goes both ways.</summary>
    Change,

    /// <summary>A value as it is.</summary>
    Value,

    /// <summary>A distribution.</summary>
    Histogram,
}

internal static class MetricKinds
{
    public static MetricKind? Of(Instrument instrument)
    {
        for (var type = instrument.GetType(); type is not null; type = type.BaseType)
            if (type.IsGenericType && Of(type.GetGenericTypeDefinition()) is { } kind)
                return kind;
        return null;
    }

    public static string Name(this MetricKind kind) => kind switch
    {
        MetricKind.Counter or MetricKind.ObservedTotal => "counter",
        MetricKind.Histogram => "histogram",
        _ => "gauge",
    };

    private static MetricKind? Of(Type type) =>
        type == typeof(Counter<>) ? MetricKind.Counter
        : type == typeof(ObservableCounter<>) ? MetricKind.ObservedTotal
        : type == typeof(UpDownCounter<>) ? MetricKind.Change
        : type == typeof(ObservableUpDownCounter<>) || type == typeof(ObservableGauge<>) || type == typeof(Gauge<>) ? MetricKind.Value
        : type == typeof(Histogram<>) ? MetricKind.Histogram
        : null;
}
