using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Objects;

/// <summary>How the image of a container is built, where it has a Dockerfile.</summary>
internal sealed class ContainerBuilds(IServiceProvider services)
{
    public async Task<BuildContext?> ContextAsync(ContainerResource container, CancellationToken cancellationToken)
    {
        if (!container.TryGetLastAnnotation<DockerfileBuildAnnotation>(out var build))
            return null;
        var arguments = new List<EnvVar>();
        foreach (var (name, value) in build.BuildArguments)
            arguments.Add(new(name, value is IValueProvider provider ? await provider.GetValueAsync(cancellationToken).ConfigureAwait(false) : value?.ToString()));
        return new(build.ContextPath)
        {
            Dockerfile = await DockerfileAsync(container, build, cancellationToken).ConfigureAwait(false),
            Stage = build.Stage,
            Args = arguments.Count == 0 ? null : arguments,
        };
    }

    private async Task<string> DockerfileAsync(ContainerResource container, DockerfileBuildAnnotation build, CancellationToken cancellationToken)
    {
        if (build.DockerfileFactory is not { } factory || File.Exists(build.DockerfilePath))
            return build.DockerfilePath;
        var text = await factory(new() { Services = services, Resource = container, CancellationToken = cancellationToken }).ConfigureAwait(false);
        var path = Path.Combine(Directory.CreateTempSubdirectory("aspire-dockerfile-").FullName, "Dockerfile");
        await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
        return path;
    }
}
