using Aspire.Hosting.Dcp;
using Aspire.Hosting.Orchestration.Objects;

namespace Aspire.Hosting.Orchestration;

/// <summary>Starts resources: events, waits, then the objects in the control plane.</summary>
internal sealed class ResourceStarter(
    InstanceRegistry instances,
    InstanceObjects objects,
    ResourceNotificationService notifications,
    ResourceLoggerService loggers,
    IDistributedApplicationEventing eventing,
    ResourceHierarchy hierarchy,
    IServiceProvider services)
{
    /// <summary>Starts all replicas of a resource, unless it is to be started by hand.</summary>
    public async Task StartAsync(IResource resource, CancellationToken cancellationToken)
    {
        if (resource.Annotations.OfType<ExplicitStartupAnnotation>().Any())
            await notifications.PublishUpdateAsync(resource, s => s with { State = KnownResourceStates.NotStarted }).ConfigureAwait(false);
        else
            await StartAsync(resource, instances.Of(resource), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Starts these replicas; what goes wrong becomes their state and a line of their log.</summary>
    public async Task StartAsync(IResource resource, IReadOnlyList<ResourceInstance> replicas, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var replica in replicas)
                await notifications.PublishUpdateAsync(resource, replica.Name, Starting).ConfigureAwait(false);
            await hierarchy.PublishConnectionStringsAsync(resource, cancellationToken).ConfigureAwait(false);
            await eventing.PublishAsync(new BeforeResourceStartedEvent(resource, services), cancellationToken).ConfigureAwait(false);
            await RestoreOthersAsync(resource, replicas).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await Task.WhenAll(replicas.Select(replica => FailAsync(replica, e))).ConfigureAwait(false);
            return;
        }
        await Task.WhenAll(replicas.Select(replica => CreateAsync(replica, cancellationToken))).ConfigureAwait(false);

        CustomResourceSnapshot Starting(CustomResourceSnapshot s) => s with
        {
            State = KnownResourceStates.Starting,
            ExitCode = null,
            StartTimeStamp = null,
            StopTimeStamp = null,
            HealthReports = InitialStates.HealthReports(resource),
        };
    }

    private async Task CreateAsync(ResourceInstance replica, CancellationToken cancellationToken)
    {
        try
        {
            await objects.CreateAsync(replica, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            await FailAsync(replica, e).ConfigureAwait(false);
        }
    }

    // The wait has been shown on all replicas, also on those that run.
    private async Task RestoreOthersAsync(IResource resource, IReadOnlyList<ResourceInstance> replicas)
    {
        foreach (var other in instances.Of(resource).Except(replicas))
        {
            if (other.Last is { } state)
                await notifications.PublishUpdateAsync(resource, other.Name, state.Apply).ConfigureAwait(false);
        }
    }

    private async Task FailAsync(ResourceInstance replica, Exception reason)
    {
        var logger = loggers.GetLogger(replica.Name);
        if (reason is DistributedApplicationException or ControlPlaneException)
            Log.NotStarted(logger, reason.Message);
        else
            Log.NotCreated(logger, reason, replica.Resource.Name);
        var failed = new ResourceStateSnapshot(KnownResourceStates.FailedToStart, KnownResourceStateStyles.Error);
        await notifications.PublishUpdateAsync(replica.Resource, replica.Name, s => s with { State = failed }).ConfigureAwait(false);
        await hierarchy.MirrorAsync(replica.Resource, s => s with { State = failed }).ConfigureAwait(false);
    }
}
