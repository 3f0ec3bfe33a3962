using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Streamix.ServiceDefaults.Telemetry.Prometheus;

/// <summary>Listens to the meters of this process and keeps their sums for <c>/metrics</c>.</summary>
internal sealed class MetricsCollector : IDisposable
{
    private static readonly string[] Meters = ["Microsoft.AspNetCore.", "System.Net.Http", "System.Runtime", "Npgsql", "Polly", "Streamix."];
    private readonly ConcurrentDictionary<Instrument, InstrumentSeries> _instruments = new();
    private readonly MeterListener _listener = new();
    private readonly Lock _scrape = new();
    private readonly Func<Meter, bool> _listens;

    public MetricsCollector() : this(meter => !QuietMeters.Has(meter) && Array.Exists(Meters, m => meter.Name.StartsWith(m, StringComparison.Ordinal)))
    {
    }

    public MetricsCollector(Func<Meter, bool> listens)
    {
        _listens = listens;
        _listener.InstrumentPublished = Publish;
        Record<byte>(v => v);
        Record<short>(v => v);
        Record<int>(v => v);
        Record<long>(v => v);
        Record<float>(v => v);
        Record<double>(v => v);
        Record<decimal>(v => (double)v);
        _listener.Start();
    }

    /// <summary>Everything at this moment, in the Prometheus text format 0.0.4.</summary>
    public string Scrape()
    {
        lock (_scrape)
        {
            foreach (var series in _instruments.Values)
                series.BeforeObservation();
            _listener.RecordObservableInstruments();
            return PrometheusText.Write(_instruments.Values);
        }
    }

    public void Dispose() => _listener.Dispose();

    private void Publish(Instrument instrument, MeterListener listener)
    {
        if (_listens(instrument.Meter) && InstrumentSeries.Of(instrument) is { } series && _instruments.TryAdd(instrument, series))
            listener.EnableMeasurementEvents(instrument, series);
    }

    private void Record<T>(Func<T, double> number) where T : struct =>
        _listener.SetMeasurementEventCallback<T>((_, value, tags, state) => ((InstrumentSeries)state!).Record(number(value), tags));
}
