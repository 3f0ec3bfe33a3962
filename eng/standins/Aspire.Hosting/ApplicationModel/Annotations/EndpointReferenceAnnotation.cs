namespace Aspire.Hosting.ApplicationModel;

/// <summary>Which endpoints of another resource are injected.</summary>
public sealed class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    /// <summary>The other resource.</summary>
    public IResourceWithEndpoints Resource { get; } = resource;

    /// <summary>All of them.</summary>
    public bool UseAllEndpoints { get; set; }

    /// <summary>Those of these names.</summary>
    public ISet<string> EndpointNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}
