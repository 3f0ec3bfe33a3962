namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

/// <summary>The numbers of one label set.</summary>
internal sealed class Series(string labels, double[] bounds)
{
    private readonly Lock _lock = new();
    private readonly long[] _buckets = bounds.Length == 0 ? [] : new long[bounds.Length + 1];
    private double _value;
    private long _count;
    private bool _present;

    /// <summary><c>a="x",b="y"</c>, escaped.</summary>
    public string Labels => labels;

    public IReadOnlyList<double> Bounds => bounds;

    public void Record(MetricKind kind, double value)
    {
        if (double.IsNaN(value))
            return;
        lock (_lock)
        {
            _present = true;
            _count++;
            _value = kind is MetricKind.Value or MetricKind.ObservedTotal ? value : _value + value;
            if (bounds.Length > 0)
                _buckets[Bucket(value)]++;
        }
    }

    public void Forget()
    {
        lock (_lock)
            _present = false;
    }

    /// <summary>Null when there is nothing to tell.</summary>
    public (double Value, long Count, long[] Buckets)? Read()
    {
        lock (_lock)
            return _present ? (_value, _count, [.. _buckets]) : null;
    }

    /// <summary>Bounds are inclusive.</summary>
    private int Bucket(double value)
    {
        var index = Array.BinarySearch(bounds, value);
        return index < 0 ? ~index : index;
    }
}
