using Aspire.Hosting.Orchestration.Objects;

namespace Aspire.Hosting.Orchestration;

/// <summary>Start and stop of single instances, as the commands ask for them.</summary>
internal sealed class ResourceLifecycle(InstanceRegistry instances, InstanceObjects objects, ResourceStarter starter, ResourceNotificationService notifications)
{
    /// <summary>Starts an instance that has stopped, or lets one start that waits.</summary>
    public async Task StartAsync(string name, CancellationToken cancellationToken)
    {
        var instance = instances.Get(name);
        if (await ReleaseAsync(instance).ConfigureAwait(false))
            return;
        await instance.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await objects.DeleteAsync(instance, cancellationToken).ConfigureAwait(false);
            await starter.StartAsync(instance.Resource, [instance], cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            instance.Gate.Release();
        }
    }

    /// <summary>Returns when the process or container has ended.</summary>
    public async Task StopAsync(string name, CancellationToken cancellationToken)
    {
        var instance = instances.Get(name);
        await instance.Gate.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            await objects.StopAsync(instance, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            instance.Gate.Release();
        }
    }

    private async Task<bool> ReleaseAsync(ResourceInstance instance)
    {
        var waiting = false;
        await notifications.PublishUpdateAsync(instance.Resource, instance.Name, s =>
        {
            waiting = s.State?.Text == KnownResourceStates.Waiting;
            return waiting ? s with { State = KnownResourceStates.Starting } : s;
        }).ConfigureAwait(false);
        return waiting;
    }
}
