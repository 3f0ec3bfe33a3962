using Aspire.Hosting.Dcp;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Orchestration;

/// <summary>Runs the graph from the host's start to its stop.</summary>
internal sealed class OrchestratorHost(
    IControlPlane controlPlane,
    ApplicationOrchestrator orchestrator,
    ObjectWatcher watcher,
    DistributedApplicationExecutionContext execution,
    IHostApplicationLifetime lifetime,
    ILogger<DistributedApplication> logger) : IHostedService, IAsyncDisposable
{
    private readonly CancellationTokenSource _stopping = new();
    private Task _watching = Task.CompletedTask;
    private bool _started;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!execution.IsRunMode)
            return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lifetime.ApplicationStopping, _stopping.Token);
        _started = true;
        Log.ApplicationStarting(logger);
        try
        {
            await controlPlane.StartAsync(either.Token).ConfigureAwait(false);
            _watching = WatchAsync();
            await orchestrator.RunAsync(either.Token).ConfigureAwait(false);
            Log.ApplicationStarted(logger);
        }
        catch (OperationCanceledException) when (lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Stopped while things were still waiting for each other.
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (!_started)
            return;
        _started = false;
        await _stopping.CancelAsync().ConfigureAwait(false);
        await _watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await controlPlane.ShutDownAsync(cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None).ConfigureAwait(false);
        _stopping.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            await watcher.RunAsync(_stopping.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_stopping.IsCancellationRequested)
        {
            // The application stops.
        }
        catch (ControlPlaneException e)
        {
            Log.ControlPlaneLost(logger, e.Message);
            lifetime.StopApplication();
        }
        catch (Exception e)
        {
            Log.WatchFailed(logger, e);
            lifetime.StopApplication();
        }
    }
}
