using System.Diagnostics;
using System.Reflection;

namespace Aspire.Hosting.Testing;

/// <summary>
/// Runs an AppHost's own entry point on another thread, and holds it twice: before it builds its application, so that a test can
/// change the builder, and before it starts it.
/// </summary>
internal sealed class EntryPointRun : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IAsyncDisposable
{
    private static readonly AsyncLocal<EntryPointRun?> Current = new();

    private readonly Type _entryPoint;
    private readonly string[] _args;
    private readonly TaskCompletionSource<DistributedApplicationBuilder> _builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayBuild = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> _application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _mayStart = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _begun;

    public EntryPointRun(Type entryPoint, string[] args)
    {
        _entryPoint = entryPoint;
        _args = args;
    }

    public Action<DistributedApplicationOptions, HostApplicationBuilderSettings> Creating { get; init; } = (_, _) => { };

    public Action<DistributedApplicationBuilder> Created { get; init; } = _ => { };

    public Action<DistributedApplicationBuilder> Building { get; init; } = _ => { };

    public Action<DistributedApplication> Built { get; init; } = _ => { };

    public Task<DistributedApplicationBuilder> BuilderAsync(CancellationToken cancellationToken)
    {
        Begin();
        return _builder.Task.WaitAsync(cancellationToken);
    }

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        Begin();
        _mayBuild.TrySetResult();
        return _application.Task.WaitAsync(cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var application = await BuildAsync(cancellationToken).ConfigureAwait(false);
        var lifetime = application.Services.GetRequiredService<IHostApplicationLifetime>();
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var registration = lifetime.ApplicationStarted.Register(() => started.TrySetResult()).ConfigureAwait(false);
        _mayStart.TrySetResult();
        // Whichever came first: the failure of the entry point is the test's.
        await (await Task.WhenAny(started.Task, _ended.Task).WaitAsync(cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_mayStart.Task.IsCompletedSuccessfully)
            return;
        var application = await _application.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
        application.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        await _ended.Task.WaitAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_begun)
            return;
        _mayBuild.TrySetCanceled();
        _mayStart.TrySetCanceled();
        if (!_ended.Task.IsCompleted)
            await StopAsync(CancellationToken.None).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await ((Task)_ended.Task).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void OnNext(DiagnosticListener listener)
    {
        if (Current.Value == this && listener.Name == "Aspire.Hosting")
            listener.Subscribe(this);
    }

    public void OnNext(KeyValuePair<string, object?> happened)
    {
        if (Current.Value != this)
            return;
        switch (happened)
        {
            case { Key: "DistributedApplicationBuilderConstructing", Value: ValueTuple<DistributedApplicationOptions, HostApplicationBuilderSettings> (var options, var settings) }:
                TestingDefaults.Apply(options, settings, _entryPoint.Assembly);
                Creating(options, settings);
                break;
            case { Key: "DistributedApplicationBuilderConstructed", Value: DistributedApplicationBuilder builder }:
                Created(builder);
                break;
            case { Key: "DistributedApplicationBuilding", Value: DistributedApplicationBuilder builder }:
                _builder.TrySetResult(builder);
                _mayBuild.Task.GetAwaiter().GetResult();
                Building(builder);
                break;
            case { Key: "DistributedApplicationBuilt", Value: DistributedApplication application }:
                Built(application);
                _application.TrySetResult(application);
                _mayStart.Task.GetAwaiter().GetResult();
                break;
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    private void Begin()
    {
        lock (_gate)
        {
            if (_begun)
                return;
            _begun = true;
        }
        var main = _entryPoint.Assembly.EntryPoint ?? throw new InvalidOperationException($"The assembly of type '{_entryPoint}' has no entry point.");
        new Thread(() => Run(main)) { IsBackground = true, Name = "AppHost entry point" }.Start();
    }

    private void Run(MethodInfo main)
    {
        Current.Value = this;
        using var subscription = DiagnosticListener.AllListeners.Subscribe(this);
        try
        {
            var result = main.Invoke(null, BindingFlags.DoNotWrapExceptions, null, main.GetParameters().Length == 0 ? [] : [_args], null);
            (result as Task)?.GetAwaiter().GetResult();
            End(new InvalidOperationException("The entry point ended without building a distributed application."));
            _ended.TrySetResult();
        }
        catch (Exception e)
        {
            End(e);
            _ended.TrySetException(e);
        }
    }

    private void End(Exception reason)
    {
        _builder.TrySetException(reason);
        _application.TrySetException(reason);
    }
}
