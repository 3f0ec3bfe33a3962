namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>The published image carries files at a path.</summary>
    public static IResourceBuilder<T> WithContainerFilesSource<T>(this IResourceBuilder<T> builder, string sourcePath)
        where T : IResourceWithContainerFiles => builder.WithAnnotation(new ContainerFilesSourceAnnotation { SourcePath = sourcePath });

    /// <summary>The published image takes over the files of another.</summary>
    public static IResourceBuilder<T> PublishWithContainerFiles<T>(this IResourceBuilder<T> builder, IResourceBuilder<IResourceWithContainerFiles> source, string destinationPath)
        where T : IContainerFilesDestinationResource => builder.ApplicationBuilder.ExecutionContext.IsPublishMode
            ? builder.WithAnnotation(new ContainerFilesDestinationAnnotation { Source = source.Resource, DestinationPath = destinationPath })
            : builder;
}
