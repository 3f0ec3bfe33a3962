namespace Aspire.Hosting;

/// <summary>Configures resources the orchestrator does not know.</summary>
public static class CustomResourceExtensions
{
    /// <summary>The state before anything was published.</summary>
    public static IResourceBuilder<TResource> WithInitialState<TResource>(this IResourceBuilder<TResource> builder, CustomResourceSnapshot initialSnapshot)
        where TResource : IResource => builder.WithAnnotation(new ResourceSnapshotAnnotation(initialSnapshot), ResourceAnnotationMutationBehavior.Replace);
}
