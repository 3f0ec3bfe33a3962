using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace Streamix.Streaming.Tests.Edge.Hosting;

/// <summary>What one host measures from now on; others in this process have meters of the same names.</summary>
internal sealed class Measured : IDisposable
{
    private readonly ConcurrentQueue<(string Name, double Value)> _values = new();
    private readonly MeterListener _listener = new();

    public Measured(IMeterFactory meters)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters)
                listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) => _values.Enqueue((instrument.Name, value)));
        _listener.SetMeasurementEventCallback<double>((instrument, value, _, _) => _values.Enqueue((instrument.Name, value)));
        _listener.Start();
    }

    public int Count(string name) => _values.Count(v => v.Name == name);

    public double Sum(string name) => _values.Where(v => v.Name == name).Sum(v => v.Value);

    public void Dispose() => _listener.Dispose();
}
