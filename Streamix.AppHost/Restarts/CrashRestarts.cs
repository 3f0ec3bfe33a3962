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
    private readonly Dictionary<string, RestartPace> _paces = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DateTime?> _seen = new(StringComparer.Ordinal);
    private readonly HashSet<string> _stopping = new(StringComparer.Ordinal);
    private readonly HashSet<string> _runToCompletion = [.. model.Resources
        .SelectMany(resource => resource.Annotations.OfType<WaitAnnotation>())
        .Where(wait => wait.WaitType == WaitType.WaitForCompletion).Select(wait => wait.Resource.Name)];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken, lifetime.ApplicationStopping);
        await foreach (var change in notifications.WatchAsync(either.Token))
            if (IsOurs(change.Resource) && HasCrashed(change)) _ = RestartAsync(change, either.Token);
    }

    private bool IsOurs(IResource resource) => resource is ProjectResource or ExecutableResource && !_runToCompletion.Contains(resource.Name);

    private bool HasCrashed(ResourceEvent change)
    {
        var (id, state) = (change.ResourceId, change.Snapshot.State?.Text);
        if (state == KnownResourceStates.Stopping) _stopping.Add(id);
        if (state == KnownResourceStates.Running) _stopping.Remove(id);
        if (state != KnownResourceStates.Finished && state != KnownResourceStates.Exited) return false;
        return change.Snapshot.ExitCode is not (null or 0) && !_stopping.Contains(id) && IsNews(id, change.Snapshot.StopTimeStamp);
    }

    /// <summary>An end is told several times.</summary>
    private bool IsNews(string id, DateTime? end)
    {
        if (_seen.TryGetValue(id, out var known) && known == end) return false;
        _seen[id] = end;
        return true;
    }

    private async Task RestartAsync(ResourceEvent crash, CancellationToken cancellationToken)
    {
        var logger = loggers.GetLogger(crash.ResourceId);
        var code = crash.Snapshot.ExitCode ?? 0;
        if (!_paces.TryGetValue(crash.ResourceId, out var pace)) _paces[crash.ResourceId] = pace = new();
        if (pace.Next(Ran(crash.Snapshot)) is not { } wait)
        {
            Log.GivenUp(logger, code, RestartPace.MostInARow);
            return;
        }
        Log.Restarting(logger, code, wait.TotalSeconds);
        await Task.Delay(wait, time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!cancellationToken.IsCancellationRequested && IsStillDown(crash))
            await commands.ExecuteCommandAsync(crash.ResourceId, KnownResourceCommands.StartCommand, cancellationToken);
    }

    /// <summary>A person may have been quicker.</summary>
    private bool IsStillDown(ResourceEvent crash) =>
        notifications.TryGetCurrentState(crash.ResourceId, out var now) && now.Snapshot.StopTimeStamp == crash.Snapshot.StopTimeStamp;

    private static TimeSpan Ran(CustomResourceSnapshot snapshot) =>
        snapshot is { StartTimeStamp: { } from, StopTimeStamp: { } to } ? to - from : TimeSpan.Zero;
}
