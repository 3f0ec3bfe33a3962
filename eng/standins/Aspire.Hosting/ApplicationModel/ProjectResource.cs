namespace Aspire.Hosting.ApplicationModel;

/// <summary>A .NET project; <see cref="IProjectMetadata"/> says which.</summary>
public class ProjectResource(string name)
    : Resource(name), IResourceWithEnvironment, IResourceWithArgs, IResourceWithServiceDiscovery, IResourceWithWaitSupport, IComputeResource, IContainerFilesDestinationResource;
