using Aspire.Hosting.Dcp;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>The life of an instance's object in the control plane.</summary>
internal sealed class InstanceObjects(IControlPlane controlPlane, ExecutableSpecs executables, ContainerSpecs containers, ObjectAnnotations annotations, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly string[] Ended = ["Finished", "Terminated", "Exited", "FailedToStart", "Removed", "Unknown"];

    public async Task CreateAsync(ResourceInstance instance, CancellationToken cancellationToken)
    {
        var generation = Guid.NewGuid().ToString("n");
        if (instance.Resource is ContainerResource container)
            await PostAsync(Kinds.Container, await containers.BuildAsync(container, instance, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);
        else
            await PostAsync(Kinds.Executable, await executables.BuildAsync(instance, cancellationToken).ConfigureAwait(false)).ConfigureAwait(false);

        Task PostAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, TSpec spec)
        {
            instance.Generation = generation;
            return controlPlane.CreateAsync(kind, instance.Name, spec, annotations.Of(instance, generation), cancellationToken);
        }
    }

    /// <summary>Returns when the process or container has ended; there may be none.</summary>
    public Task StopAsync(ResourceInstance instance, CancellationToken cancellationToken) => instance.Resource is ContainerResource
        ? StopAsync(Kinds.Container, instance, s => s?.State, cancellationToken)
        : StopAsync(Kinds.Executable, instance, s => s?.State, cancellationToken);

    /// <summary>Returns when a new object of the same name can be made.</summary>
    public Task DeleteAsync(ResourceInstance instance, CancellationToken cancellationToken) => instance.Resource is ContainerResource
        ? DeleteAsync(Kinds.Container, instance, cancellationToken)
        : DeleteAsync(Kinds.Executable, instance, cancellationToken);

    private async Task StopAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, ResourceInstance instance, Func<TStatus?, string?> state, CancellationToken cancellationToken)
    {
        for (var asked = false; ; await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false))
        {
            var found = await controlPlane.FindAsync(kind, instance.Name, cancellationToken).ConfigureAwait(false);
            if (found is null || Ended.Contains(state(found.Status), StringComparer.Ordinal))
                return;
            if (!asked)
                await controlPlane.StopAsync(kind, instance.Name, cancellationToken).ConfigureAwait(false);
            asked = true;
        }
    }

    private async Task DeleteAsync<TSpec, TStatus>(Kind<TSpec, TStatus> kind, ResourceInstance instance, CancellationToken cancellationToken)
    {
        instance.Generation = null;
        instance.Last = null;
        await controlPlane.DeleteAsync(kind, instance.Name, cancellationToken).ConfigureAwait(false);
        while (await controlPlane.FindAsync(kind, instance.Name, cancellationToken).ConfigureAwait(false) is not null)
            await Task.Delay(Pause, time, cancellationToken).ConfigureAwait(false);
    }
}
