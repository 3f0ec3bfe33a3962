using Aspire.Hosting.Orchestration.Endpoints;

namespace Aspire.Hosting.Orchestration;

/// <summary>The instances of every resource the control plane runs.</summary>
internal sealed class InstanceRegistry(DistributedApplicationModel model, InstanceNames names)
{
    private readonly Dictionary<string, ResourceInstance> _byName = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<IResource, ResourceInstance[]> _byResource = [];

    public IReadOnlyCollection<IResource> Resources => _byResource.Keys;

    /// <summary>Known once the endpoints have their addresses.</summary>
    public ILookup<IResource, ServedEndpoint> Served { get; set; } = Array.Empty<ServedEndpoint>().ToLookup(e => e.Resource);

    /// <summary>Gives every resource its instances, before anybody speaks of them.</summary>
    public void Assign()
    {
        foreach (var resource in model.Resources.Where(IsManaged))
        {
            var assigned = names.Of(resource);
            resource.Annotations.Add(new DcpInstancesAnnotation(assigned));
            var instances = assigned.Select(i => new ResourceInstance(resource, i.Name, i.Index)).ToArray();
            _byResource.Add(resource, instances);
            foreach (var instance in instances)
                _byName.Add(instance.Name, instance);
        }
    }

    public IReadOnlyList<ResourceInstance> Of(IResource resource) => _byResource[resource];

    public ResourceInstance? Find(string name) => _byName.GetValueOrDefault(name);

    /// <exception cref="InvalidOperationException">The control plane runs no such instance.</exception>
    public ResourceInstance Get(string name) => Find(name) ?? throw new InvalidOperationException($"Resource '{name}' not found.");

    public static bool IsManaged(IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;
}
