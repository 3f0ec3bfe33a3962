using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Hosting.ApplicationModel;

public partial class ResourceNotificationService
{
    /// <summary>Waits until a resource reaches a state: Running unless told otherwise.</summary>
    public Task WaitForResourceAsync(string resourceName, string? targetState = null, CancellationToken cancellationToken = default) =>
        WaitForResourceAsync(resourceName, [targetState ?? KnownResourceStates.Running], cancellationToken);

    /// <summary>Waits until a resource reaches one of the states; says which.</summary>
    public async Task<string> WaitForResourceAsync(string resourceName, IEnumerable<string> targetStates, CancellationToken cancellationToken = default)
    {
        var wanted = targetStates.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var reached = await WaitForResourceAsync(resourceName, e => e.Snapshot.State is { } s && wanted.Contains(s.Text), cancellationToken).ConfigureAwait(false);
        return reached.Snapshot.State!.Text;
    }

    /// <summary>Waits until the state of a resource satisfies <paramref name="predicate"/>.</summary>
    /// <exception cref="OperationCanceledException">It did not before the cancellation or the end of the application.</exception>
    public async Task<ResourceEvent> WaitForResourceAsync(string resourceName, Func<ResourceEvent, bool> predicate, CancellationToken cancellationToken = default)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, disposing.Token);
        await foreach (var change in WatchAsync(either.Token).ConfigureAwait(false))
            if (string.Equals(change.Resource.Name, resourceName, StringComparison.OrdinalIgnoreCase) && predicate(change))
                return change;
        throw new OperationCanceledException($"The operation was cancelled before the resource '{resourceName}' met the predicate condition.");
    }

    /// <summary>Waits until a resource is healthy and its ready handlers have run.</summary>
    public Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, CancellationToken cancellationToken = default) =>
        WaitForResourceHealthyAsync(resourceName, DefaultWaitBehavior, cancellationToken);

    /// <summary>Waits until a resource is healthy and its ready handlers have run.</summary>
    /// <exception cref="DistributedApplicationException">It ended, and the behaviour is to stop then.</exception>
    public async Task<ResourceEvent> WaitForResourceHealthyAsync(string resourceName, WaitBehavior waitBehavior, CancellationToken cancellationToken = default)
    {
        var stops = waitBehavior == WaitBehavior.StopOnResourceUnavailable;
        if (stops && services.GetService<DistributedApplicationModel>()?.Resources.TryGetByName(resourceName, out _) == false)
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}' to become healthy because it does not exist in the application model.");
        var reached = await WaitForResourceAsync(resourceName, e => IsHealthy(e) || (stops && IsUnavailable(e)), cancellationToken).ConfigureAwait(false);
        if (!IsHealthy(reached))
            throw new DistributedApplicationException($"Stopped waiting for resource '{resourceName}' to become healthy because it failed to start.");
        return await ReadyAsync(resourceName, reached.ResourceId, cancellationToken).ConfigureAwait(false);
    }

    private static bool IsHealthy(ResourceEvent e) => e.Snapshot.HealthStatus == HealthStatus.Healthy;

    private static bool IsUnavailable(ResourceEvent e) =>
        e.Snapshot.State?.Text is { } state && (state == KnownResourceStates.RuntimeUnhealthy || KnownResourceStates.TerminalStates.Contains(state));

    private async Task<ResourceEvent> ReadyAsync(string resourceName, string resourceId, CancellationToken cancellationToken)
    {
        var ready = await WaitForResourceAsync(resourceName, e => e.ResourceId == resourceId && e.Snapshot.ResourceReadyEvent is not null, cancellationToken).ConfigureAwait(false);
        await ready.Snapshot.ResourceReadyEvent!.EventTask.WaitAsync(cancellationToken).ConfigureAwait(false);
        return ready;
    }
}
