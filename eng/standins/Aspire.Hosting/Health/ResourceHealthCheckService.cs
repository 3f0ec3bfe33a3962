using System.Collections.Concurrent;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Health;

/// <summary>Checks every running resource until it ends, and says when it is ready for the first time.</summary>
internal sealed partial class ResourceHealthCheckService(
    ResourceNotificationService notifications,
    IDistributedApplicationEventing eventing,
    HealthCheckService checks,
    IServiceProvider services,
    TimeProvider time,
    ILogger<ResourceHealthCheckService> logger) : BackgroundService
{
    private static readonly TimeSpan WhileHealthy = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, CancellationTokenSource> monitors = new(StringComparer.OrdinalIgnoreCase);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var change in notifications.WatchAsync(stoppingToken).ConfigureAwait(false))
            if (change.Snapshot.State?.Text == KnownResourceStates.Running)
                Begin(change.Resource, stoppingToken);
            else if (KnownResourceStates.TerminalStates.Contains(change.Snapshot.State?.Text) && EveryInstanceEnded(change.Resource))
                End(change.Resource);
    }

    private void Begin(IResource resource, CancellationToken stoppingToken)
    {
        if (monitors.ContainsKey(resource.Name))
            return;
        var monitor = monitors[resource.Name] = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        _ = Task.Run(() => MonitorAsync(resource, monitor.Token), monitor.Token);
    }

    private void End(IResource resource)
    {
        if (!monitors.TryRemove(resource.Name, out var monitor))
            return;
        monitor.Cancel();
        monitor.Dispose();
    }

    private bool EveryInstanceEnded(IResource resource) => resource.GetResolvedResourceNames().All(id =>
        notifications.TryGetCurrentState(id, out var state) && KnownResourceStates.TerminalStates.Contains(state.Snapshot.State?.Text));

    private async Task MonitorAsync(IResource resource, CancellationToken cancellationToken)
    {
        try
        {
            await CheckAsync(resource, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
        }
        catch (Exception error)
        {
            Log.MonitorEnded(logger, error, resource.Name);
        }
    }

    private async Task CheckAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (!resource.TryGetAnnotationsIncludingAncestorsOfType<HealthCheckAnnotation>(out var annotations))
        {
            AnnounceReady(resource, cancellationToken);
            return;
        }
        var keys = annotations.Select(a => a.Key).ToHashSet(StringComparer.Ordinal);
        var ready = false;
        for (var failures = 0; ;)
        {
            var report = await ReportAsync(keys, cancellationToken).ConfigureAwait(false);
            await PublishAsync(resource, report).ConfigureAwait(false);
            failures = report.Status == HealthStatus.Healthy ? 0 : failures + 1;
            if (failures == 0 && !ready)
            {
                ready = true;
                AnnounceReady(resource, cancellationToken);
            }
            await Task.Delay(failures == 0 ? WhileHealthy : Step * Math.Min(5, failures), time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<HealthReport> ReportAsync(HashSet<string> keys, CancellationToken cancellationToken)
    {
        try
        {
            return await checks.CheckHealthAsync(r => keys.Contains(r.Name), cancellationToken).ConfigureAwait(false);
        }
        catch (Exception error) when (!cancellationToken.IsCancellationRequested)
        {
            return new(keys.ToDictionary(k => k, _ => new HealthReportEntry(HealthStatus.Unhealthy, "Error calling HealthCheckService.", TimeSpan.Zero, error, data: null)), TimeSpan.Zero);
        }
    }

    private Task PublishAsync(IResource resource, HealthReport report)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var entries = report.Entries.Select(e => new HealthReportSnapshot(e.Key, e.Value.Status, e.Value.Description, e.Value.Exception?.ToString()) { LastRunAt = now }).ToList();
        return notifications.PublishUpdateAsync(resource, s => s with
        {
            HealthReports = [.. s.HealthReports.Where(r => entries.TrueForAll(e => e.Name != r.Name)), .. entries],
        });
    }

    // Handlers may wait for other resources: they must not hold up the checks.
    private void AnnounceReady(IResource resource, CancellationToken cancellationToken) =>
        _ = Task.Run(() => PublishReadyAsync(resource, cancellationToken), cancellationToken);

    private async Task PublishReadyAsync(IResource resource, CancellationToken cancellationToken)
    {
        var handlers = eventing.PublishAsync(new ResourceReadyEvent(resource, services), cancellationToken);
        await handlers.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (handlers.Exception is { } error)
            Log.ReadyFailed(logger, error, resource.Name);
        await notifications.PublishUpdateAsync(resource, s => s with { ResourceReadyEvent = new(handlers) }).ConfigureAwait(false);
    }

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Error, "Unexpected error ended health monitoring for resource '{ResourceName}'.")]
        public static partial void MonitorEnded(ILogger logger, Exception error, string resourceName);

        [LoggerMessage(LogLevel.Error, "A handler of ResourceReadyEvent failed for resource '{ResourceName}'.")]
        public static partial void ReadyFailed(ILogger logger, Exception error, string resourceName);
    }
}
