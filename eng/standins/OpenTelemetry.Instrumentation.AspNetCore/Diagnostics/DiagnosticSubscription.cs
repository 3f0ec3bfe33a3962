using System.Diagnostics;

namespace OpenTelemetry.Instrumentation.Diagnostics;

/// <summary>Listens to every diagnostic source of one name, those made later included, until disposed.</summary>
internal sealed class DiagnosticSubscription : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly string _source;
    private readonly IDiagnosticEvents _events;
    private readonly List<IDisposable> _subscriptions = [];
    private readonly IDisposable _sources;

    public DiagnosticSubscription(string source, IDiagnosticEvents events)
    {
        (_source, _events) = (source, events);
        _sources = DiagnosticListener.AllListeners.Subscribe(this);
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name != _source)
            return;
        lock (_subscriptions)
            _subscriptions.Add(value.Subscribe(this, name => _events.Wants(name)));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (Activity.Current is { } activity)
            _events.On(value.Key, activity, value.Value);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        _sources.Dispose();
        lock (_subscriptions)
            _subscriptions.ForEach(subscription => subscription.Dispose());
    }
}
