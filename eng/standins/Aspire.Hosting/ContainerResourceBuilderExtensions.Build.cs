namespace Aspire.Hosting;

public static partial class ContainerResourceBuilderExtensions
{
    /// <summary>Builds the container from a Dockerfile.</summary>
    /// <param name="builder">The container.</param>
    /// <param name="contextPath">Folder, relative to the application's.</param>
    /// <param name="dockerfilePath">Relative to the context; Dockerfile by default.</param>
    /// <param name="stage">The last by default.</param>
    public static IResourceBuilder<T> WithDockerfile<T>(this IResourceBuilder<T> builder, string contextPath, string? dockerfilePath = null, string? stage = null)
        where T : ContainerResource
    {
        var context = Path.GetFullPath(contextPath, builder.ApplicationBuilder.AppHostDirectory);
        var build = new DockerfileBuildAnnotation(context, Path.GetFullPath(dockerfilePath ?? "Dockerfile", context), stage);
        return builder.WithAnnotation(build, ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>Builds the container from a Dockerfile that is written when it is needed.</summary>
    public static IResourceBuilder<T> WithDockerfileFactory<T>(this IResourceBuilder<T> builder, string contextPath, Func<DockerfileFactoryContext, Task<string>> dockerfileFactory, string? stage = null)
        where T : ContainerResource
    {
        var context = Path.GetFullPath(contextPath, builder.ApplicationBuilder.AppHostDirectory);
        var file = Path.Combine(Path.GetTempPath(), $"{builder.Resource.Name}.{Guid.NewGuid():N}.Dockerfile");
        return builder.WithAnnotation(new DockerfileBuildAnnotation(context, file, stage) { DockerfileFactory = dockerfileFactory }, ResourceAnnotationMutationBehavior.Replace);
    }

    /// <summary>A build argument; null takes it from the builder's environment.</summary>
    /// <exception cref="InvalidOperationException">The container is not built from a Dockerfile.</exception>
    public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, object? value)
        where T : ContainerResource
    {
        Build(builder, "WithBuildArg").BuildArguments[name] = value;
        return builder;
    }

    /// <inheritdoc cref="WithBuildArg{T}(IResourceBuilder{T}, string, object?)" />
    public static IResourceBuilder<T> WithBuildArg<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value)
        where T : ContainerResource => value.Resource.Secret
            ? throw new InvalidOperationException($"Cannot add secret parameter '{value.Resource.Name}' as build argument '{name}' while configuring resource '{builder.Resource.Name}'. Use WithBuildSecret instead.")
            : builder.WithBuildArg(name, (object)value.Resource);

    /// <summary>A build secret.</summary>
    /// <exception cref="InvalidOperationException">The container is not built from a Dockerfile.</exception>
    public static IResourceBuilder<T> WithBuildSecret<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> value)
        where T : ContainerResource
    {
        Build(builder, "WithBuildSecret").BuildSecrets[name] = value.Resource;
        return builder;
    }

    private static DockerfileBuildAnnotation Build<T>(IResourceBuilder<T> builder, string method)
        where T : ContainerResource => builder.Resource.Annotations.OfType<DockerfileBuildAnnotation>().SingleOrDefault()
            ?? throw new InvalidOperationException($"The resource '{builder.Resource.Name}' does not have a Dockerfile build annotation. Call WithDockerfile before calling {method}.");
}
