namespace Aspire.Hosting.ApplicationModel;

/// <summary>All resources of a built application.</summary>
public class DistributedApplicationModel(IResourceCollection resources)
{
    /// <summary>A model of these resources.</summary>
    public DistributedApplicationModel(IEnumerable<IResource> resources) : this(new ResourceCollection(resources))
    {
    }

    /// <summary>The resources, in the order they were added.</summary>
    public IResourceCollection Resources { get; } = resources;
}
