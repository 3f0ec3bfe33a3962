namespace Aspire.Hosting.ApplicationModel;

/// <summary>Questions to projects.</summary>
public static class ProjectResourceExtensions
{
    /// <summary>The projects of an application.</summary>
    public static IEnumerable<ProjectResource> GetProjectResources(this DistributedApplicationModel model) => model.Resources.OfType<ProjectResource>();

    /// <summary>Where the project lies.</summary>
    public static IProjectMetadata GetProjectMetadata(this ProjectResource projectResource) => projectResource.Annotations.OfType<IProjectMetadata>().Single();
}
