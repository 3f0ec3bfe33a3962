namespace Aspire.Hosting;

/// <summary>The container a program becomes when it is published: whatever is said of one is said of the other.</summary>
internal sealed class PublishedContainer(IResource program) : ContainerResource(program.Name)
{
    public override ResourceAnnotationCollection Annotations => program.Annotations;
}

internal static class PublishedContainerExtensions
{
    public static IResourceBuilder<T> PublishAsContainer<T>(this IResourceBuilder<T> builder, string contextPath, Action<IResourceBuilder<ContainerResource>>? configure)
        where T : IResource
    {
        if (builder.ApplicationBuilder.ExecutionContext.IsRunMode || builder.Resource.HasAnnotationOfType<DockerfileBuildAnnotation>())
            return builder;
        var container = new PublishedContainer(builder.Resource);
        var published = builder.ApplicationBuilder.CreateResourceBuilder<ContainerResource>(container)
            .WithImage(builder.Resource.Name)
            .WithDockerfile(contextPath)
            .WithArgs(context => context.Args.Clear());
        configure?.Invoke(published);
        return builder.WithManifestPublishingCallback(context => context.WriteContainerAsync(container));
    }
}
