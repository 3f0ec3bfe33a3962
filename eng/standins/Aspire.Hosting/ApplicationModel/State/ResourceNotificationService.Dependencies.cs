namespace Aspire.Hosting.ApplicationModel;

public partial class ResourceNotificationService
{
    /// <summary>Waits for everything the resource has a <see cref="WaitAnnotation"/> for.</summary>
    /// <exception cref="DistributedApplicationException">A dependency ended the wrong way.</exception>
    public async Task WaitForDependenciesAsync(IResource resource, CancellationToken cancellationToken)
    {
        var waits = resource.Annotations.OfType<WaitAnnotation>().Where(w => w.Resource is not IResourceWithoutLifetime).ToList();
        if (waits.Count == 0)
            return;
        await PublishUpdateAsync(resource, s => s with { State = new(KnownResourceStates.Waiting, KnownResourceStateStyles.Info) }).ConfigureAwait(false);
        await Task.WhenAll(waits.SelectMany(w => w.Resource.GetResolvedResourceNames().Select(id => WaitAsync(resource, w, id, cancellationToken)))).ConfigureAwait(false);
    }

    private Task WaitAsync(IResource waiter, WaitAnnotation wait, string id, CancellationToken cancellationToken)
    {
        var dependency = new Dependency(waiter, wait, id, resourceLoggers.GetLogger(waiter));
        return wait.WaitType switch
        {
            WaitType.WaitForCompletion => CompletedAsync(dependency, cancellationToken),
            WaitType.WaitUntilStarted => RunningAsync(dependency, cancellationToken),
            WaitType.WaitUntilHealthy => HealthyAsync(dependency, cancellationToken),
            _ => throw new DistributedApplicationException($"Unexpected wait type: {wait.WaitType}"),
        };
    }

    private async Task RunningAsync(Dependency dependency, CancellationToken cancellationToken)
    {
        Log.WaitingForState(dependency.Logger, dependency.DisplayName, KnownResourceStates.Running);
        await ReachAsync(dependency, e => e.Snapshot.State?.Text == KnownResourceStates.Running, cancellationToken).ConfigureAwait(false);
        if (dependency.Wait.WaitType == WaitType.WaitUntilStarted)
            Log.Finished(dependency.Logger, dependency.DisplayName);
    }

    private async Task HealthyAsync(Dependency dependency, CancellationToken cancellationToken)
    {
        await RunningAsync(dependency, cancellationToken).ConfigureAwait(false);
        if (dependency.Wait.Resource.HasAnnotationOfType<HealthCheckAnnotation>())
        {
            Log.WaitingForHealth(dependency.Logger, dependency.DisplayName);
            await ReachAsync(dependency, IsHealthy, cancellationToken).ConfigureAwait(false);
        }
        await ReadyAsync(dependency.Wait.Resource.Name, dependency.Id, cancellationToken).ConfigureAwait(false);
        Log.Finished(dependency.Logger, dependency.DisplayName);
    }

    private async Task CompletedAsync(Dependency dependency, CancellationToken cancellationToken)
    {
        Log.WaitingForCompletion(dependency.Logger, dependency.DisplayName);
        var end = await WaitForResourceAsync(
            dependency.Wait.Resource.Name,
            e => e.ResourceId == dependency.Id && (KnownResourceStates.TerminalStates.Contains(e.Snapshot.State?.Text) || e.Snapshot.ExitCode is not null),
            cancellationToken).ConfigureAwait(false);
        var snapshot = end.Snapshot;
        if (snapshot.State?.Text == KnownResourceStates.FailedToStart)
            throw dependency.Stopped("it failed to start.");
        if (snapshot.ExitCode is { } exitCode && exitCode != dependency.Wait.ExitCode)
            throw dependency.Stopped($"it entered the '{snapshot.State?.Text}' state with exit code '{exitCode}', expected '{dependency.Wait.ExitCode}'.");
        Log.Finished(dependency.Logger, dependency.DisplayName);
    }

    private async Task ReachAsync(Dependency dependency, Func<ResourceEvent, bool> wanted, CancellationToken cancellationToken)
    {
        var stops = (dependency.Wait.WaitBehavior ?? DefaultWaitBehavior) == WaitBehavior.StopOnResourceUnavailable;
        var reached = await WaitForResourceAsync(
            dependency.Wait.Resource.Name,
            e => e.ResourceId == dependency.Id && (wanted(e) || (stops && IsUnavailable(e))),
            cancellationToken).ConfigureAwait(false);
        if (wanted(reached))
            return;
        var state = reached.Snapshot.State?.Text;
        throw dependency.Stopped(state == KnownResourceStates.FailedToStart ? "it failed to start." : $"it entered the '{state}' state prematurely.");
    }

    private sealed record Dependency(IResource Waiter, WaitAnnotation Wait, string Id, ILogger Logger)
    {
        public string DisplayName => Wait.Resource.GetResolvedResourceNames().Count > 1 ? Id : Wait.Resource.Name;

        public DistributedApplicationException Stopped(string reason)
        {
            var message = $"Resource '{Waiter.Name}' stopped waiting for dependency resource '{DisplayName}' because {reason}";
            Log.Stopped(Logger, message);
            return new(message);
        }
    }
}
