namespace Streamix.AppHost;

/// <summary>The buckets of this machine: made, with their rules, by a resource that runs to completion. In the cloud they come with the stack.</summary>
internal sealed class Buckets(Platform platform)
{
    private readonly Lazy<IResourceBuilder<ProjectResource>> _maker = new(() =>
        platform.Builder.AddProject<Projects.Streamix_Infra_Buckets>("infra-buckets", project => project.ExcludeLaunchProfile = true)
            .WithEnvironment("DOTNET_ENVIRONMENT", platform.Builder.Environment.EnvironmentName)
            .WithReference(platform.Backing.Objects)
            .WaitFor(platform.Backing.Objects)
            .ExcludeFromManifest());

    private readonly List<int> _open = [];
    private int _count;

    /// <summary>A bucket; <paramref name="fromBrowsers"/>: pages of the platform's own address may use presigned addresses in it.</summary>
    public IResourceBuilder<ProjectResource> Add(string name, bool fromBrowsers)
    {
        if (fromBrowsers) _open.Add(_count);
        return _maker.Value.WithEnvironment($"Buckets__{_count++}__Name", name);
    }

    /// <summary>Where the platform's pages come from.</summary>
    public void OpenTo(EndpointReference door)
    {
        foreach (var bucket in _open) _maker.Value.WithEnvironment($"Buckets__{bucket}__Origins__0", door);
    }
}
