using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;
using Aspire.Hosting.Orchestration.Logs;
using Aspire.Hosting.Orchestration.Objects;
using Aspire.Hosting.Orchestration.Snapshots;

namespace Aspire.Hosting.Orchestration;

/// <summary>Turns what the control plane tells of its objects into the states of resources.</summary>
internal sealed class ObjectWatcher(
    IControlPlane controlPlane,
    InstanceRegistry instances,
    LogPump logs,
    ResourceHierarchy hierarchy,
    ResourceNotificationService notifications,
    ILogger<DistributedApplication> logger)
{
    public Task RunAsync(CancellationToken cancellationToken) => Task.WhenAll(
        WatchAsync(Kinds.Executable, ObjectSnapshots.Of, cancellationToken),
        WatchAsync(Kinds.Container, ObjectSnapshots.Of, cancellationToken));

    private async Task WatchAsync<TSpec, TStatus>(
        Kind<TSpec, TStatus> kind, Func<ResourceInstance, ControlObject<TSpec, TStatus>, ObjectState> read, CancellationToken cancellationToken)
    {
        await foreach (var change in controlPlane.WatchAsync(kind, cancellationToken).ConfigureAwait(false))
        {
            var generation = change.Object.Metadata.Annotations?.GetValueOrDefault(ObjectAnnotations.Generation);
            if (change.IsDeletion || generation is null || instances.Find(change.Object.Metadata.Name) is not { } instance || instance.Generation != generation)
                continue;
            var state = read(instance, change.Object);
            await TellAsync(instance, state, cancellationToken).ConfigureAwait(false);
            logs.Follow(kind, instance, generation, state.Text, cancellationToken);
        }
    }

    // What others do with the news must not end the watch.
    private async Task TellAsync(ResourceInstance instance, ObjectState state, CancellationToken cancellationToken)
    {
        var ended = state.IsTerminal && instance.Last?.IsTerminal != true;
        instance.Last = state;
        try
        {
            await notifications.PublishUpdateAsync(instance.Resource, instance.Name, state.Apply).ConfigureAwait(false);
            await hierarchy.MirrorAsync(instance.Resource, state.Mirror).ConfigureAwait(false);
            if (ended && notifications.TryGetCurrentState(instance.Name, out var current))
                await hierarchy.PublishStoppedAsync(instance.Resource, current, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.ReactionFailed(logger, e, instance.Resource.Name);
        }
    }
}
