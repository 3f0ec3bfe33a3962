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

    private readonly Dictionary<string, IResourceBuilder<ParameterResource>> _inTheCloud = [];
    private readonly List<string> _here = [];
    private readonly HashSet<int> _open = [];

    /// <summary>A bucket, once, whoever else uses it; <paramref name="fromBrowsers"/>: pages of the platform's own address may use presigned addresses in it.</summary>
    public IResourceBuilder<ProjectResource> Add(string name, bool fromBrowsers)
    {
        if (!_here.Contains(name))
        {
            _maker.Value.WithEnvironment($"Buckets__{_here.Count}__Name", name);
            _here.Add(name);
        }
        if (fromBrowsers) _open.Add(_here.IndexOf(name));
        return _maker.Value;
    }

    /// <summary>What a bucket of the stack is called there.</summary>
    public IResourceBuilder<ParameterResource> NameInTheCloud(string name) =>
        _inTheCloud.TryGetValue(name, out var known) ? known : _inTheCloud[name] = platform.Builder.AddParameter($"{name}-bucket");

    /// <summary>Where the platform's pages come from.</summary>
    public void OpenTo(EndpointReference door)
    {
        foreach (var bucket in _open) _maker.Value.WithEnvironment($"Buckets__{bucket}__Origins__0", door);
    }
}
