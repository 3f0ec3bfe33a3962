using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>Containers as the control plane wants them.</summary>
internal sealed class ContainerSpecs(LaunchConfiguration configuration, InstanceRegistry instances, ContainerBuilds builds)
{
    public async Task<ContainerSpec> BuildAsync(ContainerResource container, ResourceInstance instance, CancellationToken cancellationToken)
    {
        var (args, env) = await configuration.ResolveAsync(instance, cancellationToken).ConfigureAwait(false);
        return new ContainerSpec
        {
            Image = Image(container),
            Build = await builds.ContextAsync(container, cancellationToken).ConfigureAwait(false),
            ContainerName = container.Annotations.OfType<ContainerNameAnnotation>().LastOrDefault()?.Name ?? instance.Name,
            Command = container.Entrypoint,
            Args = args,
            Env = env,
            Persistent = ContainerLifetimes.IsPersistent(container) ? true : null,
            Ports = [.. instances.Served[container].Select(Port)],
            VolumeMounts = [.. container.Annotations.OfType<ContainerMountAnnotation>().Select(Mount)],
            RunArgs = await RunArgsAsync(container, cancellationToken).ConfigureAwait(false),
            PullPolicy = PullPolicy(container),
            Networks = [new(ContainerNetwork.Name, [container.Name])],
        };
    }

    private static string Image(ContainerResource container)
    {
        if (container.TryGetLastAnnotation<DockerfileBuildAnnotation>(out var build))
            return $"{build.ImageName ?? container.Name.ToLowerInvariant()}:{build.ImageTag ?? "latest"}";
        return container.TryGetContainerImageName(out var image) ? image : throw new DistributedApplicationException($"Container '{container.Name}' has no image.");
    }

    private static string? PullPolicy(ContainerResource container) =>
        container.TryGetLastAnnotation<ContainerImagePullPolicyAnnotation>(out var policy) && policy.ImagePullPolicy != ImagePullPolicy.Default
            ? policy.ImagePullPolicy.ToString().ToLowerInvariant()
            : null;

    private static async Task<IReadOnlyList<string>> RunArgsAsync(ContainerResource container, CancellationToken cancellationToken)
    {
        // Docker on Linux knows the name of the host only when it is told.
        var context = new ContainerRuntimeArgsCallbackContext(["--add-host", "host.docker.internal:host-gateway"], cancellationToken);
        foreach (var annotation in container.Annotations.OfType<ContainerRuntimeArgsCallbackAnnotation>())
            await annotation.Callback(context).ConfigureAwait(false);
        return [.. context.Args.Select(argument => argument.ToString() ?? "")];
    }

    private static ContainerPort Port(Endpoints.ServedEndpoint served) => new(served.Endpoint.TargetPort!.Value, served.Endpoint.Protocol.ToString().ToUpperInvariant())
    {
        HostPort = served.Endpoint.IsProxied ? null : served.Endpoint.Port,
        HostAddress = served.Endpoint.IsProxied ? "127.0.0.1" : null,
    };

    private static VolumeMount Mount(ContainerMountAnnotation mount) =>
        new(mount.Type == ContainerMountType.BindMount ? "bind" : "volume", mount.Source, mount.Target, mount.IsReadOnly);
}
