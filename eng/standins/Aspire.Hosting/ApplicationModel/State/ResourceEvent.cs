namespace Aspire.Hosting.ApplicationModel;

/// <summary>A resource's state has changed.</summary>
public class ResourceEvent(IResource resource, string resourceId, CustomResourceSnapshot snapshot)
{
    /// <summary>Which resource.</summary>
    public IResource Resource { get; } = resource;

    /// <summary>Which instance of it: its name, or the name of a replica.</summary>
    public string ResourceId { get; } = resourceId;

    /// <summary>The new state.</summary>
    public CustomResourceSnapshot Snapshot { get; } = snapshot;
}
