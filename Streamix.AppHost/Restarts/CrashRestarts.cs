using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Streamix.AppHost.Restarts;

/// <summary>
/// Starts again what crashed: services, and an engine's script when that was killed (the script restarts its server by itself).
/// What ended with exit code 0, what a person stopped and what runs to completion is left alone.
/// </summary>
internal sealed class CrashRestarts(
    DistributedApplicationModel model, ResourceNotificationService notifications, ResourceCommandService commands, ResourceLoggerService loggers,
    IHostApplicationLifetime lifetime, TimeProvider time) : BackgroundService
{
    private readonly ConcurrentDictionary<string, ReplicaRecord> _records = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runToCompletion = [.. model.Resources
        .SelectMany(resource => resource.Annotations.OfType<WaitAnnotation>())
        .Where(wait => wait.WaitType == WaitType.WaitForCompletion).Select(wait => wait.Resource.Name)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        try
        {
            await foreach (var change in notifications.WatchAsync(either.Token))
            {
                if (!IsOurs(change.Resource)) continue;
                var record = _records.GetOrAdd(change.ResourceId, _ => new());
                if (record.HasCrashed(change.Snapshot)) _ = TryRestartAsync(change, record, either.Token);
            }
        }
        catch (OperationCanceledException) when (either.IsCancellationRequested)
        {
            // The AppHost stops.
        }
    }

    private bool IsOurs(IResource resource) => resource is ProjectResource or ExecutableResource && !_runToCompletion.Contains(resource.Name);

    private async Task TryRestartAsync(ResourceEvent crash, ReplicaRecord record, CancellationToken cancellationToken)
    {
        var logger = loggers.GetLogger(crash.ResourceId);
        try
        {
            await RestartAsync(crash, record, logger, cancellationToken);
        }
        catch (Exception error)
        {
            if (!cancellationToken.IsCancellationRequested) Log.NotRestarted(logger, error);
        }
    }

    private async Task RestartAsync(ResourceEvent crash, ReplicaRecord record, ILogger logger, CancellationToken cancellationToken)
    {
        var (end, ran) = (EndOf(crash.Snapshot), Ran(crash.Snapshot));
        while (record.Next(ran) is { } wait)
        {
            Log.Restarting(logger, end, wait.TotalSeconds);
            await Task.Delay(wait, time, cancellationToken);
            if (!await IsStillDownAsync(crash, cancellationToken)) return;
            record.Asked();
            var result = await commands.ExecuteCommandAsync(crash.ResourceId, KnownResourceCommands.StartCommand, cancellationToken);
            if (result.Success || !record.TakeBack()) return; // what comes of it is told as a change
            (end, ran) = ($"The start failed ({result.Message})", TimeSpan.Zero);
        }
        Log.GivenUp(logger, end, RestartPace.MostInARow);
    }

    /// <summary>
    /// A person may have been quicker. A replica that waits for its dependencies shows that on the others too, and a start of those would only end
    /// the wait: so it is looked at again when this one shows its own state.
    /// </summary>
    private async Task<bool> IsStillDownAsync(ResourceEvent crash, CancellationToken cancellationToken)
    {
        var now = await notifications.WaitForResourceAsync(
            crash.Resource.Name, change => change.ResourceId == crash.ResourceId && IsSettled(change.Snapshot.State?.Text), cancellationToken);
        var state = now.Snapshot.State?.Text;
        return state == KnownResourceStates.FailedToStart
            || (state != KnownResourceStates.Running && now.Snapshot.StopTimeStamp == crash.Snapshot.StopTimeStamp);
    }

    private static bool IsSettled(string? state) => state == KnownResourceStates.Running || KnownResourceStates.TerminalStates.Contains(state);

    private static string EndOf(CustomResourceSnapshot snapshot) =>
        snapshot.State?.Text == KnownResourceStates.FailedToStart ? "Could not be started" : $"Ended with exit code {snapshot.ExitCode}";

    private static TimeSpan Ran(CustomResourceSnapshot snapshot) =>
        snapshot is { StartTimeStamp: { } from, StopTimeStamp: { } to } ? to - from : TimeSpan.Zero;
}
