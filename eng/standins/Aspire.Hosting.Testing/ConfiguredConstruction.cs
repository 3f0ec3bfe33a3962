using System.Diagnostics;

namespace Aspire.Hosting.Testing;

/// <summary>Changes the settings of a builder while it is constructed on this thread.</summary>
internal sealed class ConfiguredConstruction(Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
    : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private static readonly AsyncLocal<ConfiguredConstruction?> Current = new();

    public DistributedApplicationBuilder Construct(DistributedApplicationOptions options)
    {
        Current.Value = this;
        using var subscription = DiagnosticListener.AllListeners.Subscribe(this);
        try
        {
            return new DistributedApplicationBuilder(options);
        }
        finally
        {
            Current.Value = null;
        }
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (Current.Value == this && listener.Name == "Aspire.Hosting")
            listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (Current.Value == this && happened is { Key: "DistributedApplicationBuilderConstructing", Value: ValueTuple<DistributedApplicationOptions, HostApplicationBuilderSettings> (var options, var settings) })
            configure(options, settings);
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }
}
