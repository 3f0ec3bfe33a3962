namespace Aspire.Hosting;

public static partial class ResourceBuilderExtensions
{
    /// <summary>Injects a connection string and its properties.</summary>
    /// <param name="builder">Who gets it.</param>
    /// <param name="source">Whose.</param>
    /// <param name="connectionName">Instead of the resource's name.</param>
    /// <param name="optional">Whether it may be missing.</param>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(source);
        var resource = source.Resource;
        return builder
            .WithReferenceRelationship(resource)
            .WithEnvironment(context => ConnectionVariables.Add(context.EnvironmentVariables, resource, connectionName ?? resource.Name, optional));
    }

    /// <summary>Injects the endpoints of a service.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source)
        where TDestination : IResourceWithEnvironment => builder.ApplyEndpoints(source.Resource, endpointName: null, name: null);

    /// <summary>Injects the endpoints of a service under another name.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name)
        where TDestination : IResourceWithEnvironment => builder.ApplyEndpoints(source.Resource, endpointName: null, name);

    /// <summary>Injects one endpoint.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, EndpointReference endpointReference)
        where TDestination : IResourceWithEnvironment => builder.ApplyEndpoints(endpointReference.Resource, endpointReference.EndpointName, name: null);

    /// <summary>Injects a URL as a service.</summary>
    /// <exception cref="InvalidOperationException">It is relative, or has a query or a fragment.</exception>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri)
        where TDestination : IResourceWithEnvironment
    {
        ArgumentNullException.ThrowIfNull(uri);
        var problem = uri switch
        {
            { IsAbsoluteUri: false } => "it must be absolute.",
            { Fragment.Length: > 0 } => "it cannot contain a fragment.",
            { Query.Length: > 0 } => "it cannot contain a query string.",
            _ => null,
        };
        return problem is null
            ? builder.WithEnvironment(VariableName.Of(name).ToUpperInvariant(), uri.ToString()).WithEnvironment($"services__{name}__default__0", uri.ToString())
            : throw new InvalidOperationException($"The URI for service reference '{name}' is invalid while configuring target resource '{builder.Resource.Name}': {problem}");
    }

    /// <summary>Injects the URL of an external service.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<ExternalServiceResource> externalService)
        where TDestination : IResourceWithEnvironment
    {
        var service = externalService.Resource;
        return builder
            .WithReferenceRelationship(service)
            .WithEnvironment(context => ExternalServiceVariables.AddAsync(context, service));
    }

    /// <summary>A connection property by its case-insensitive name; empty when there is none.</summary>
    public static ReferenceExpression GetConnectionProperty(this IResourceWithConnectionString resource, string key) =>
        resource.GetConnectionProperties().Where(p => string.Equals(p.Key, key, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value).FirstOrDefault(ReferenceExpression.Empty);

    private static IResourceBuilder<T> ApplyEndpoints<T>(this IResourceBuilder<T> builder, IResourceWithEndpoints source, string? endpointName, string? name)
        where T : IResourceWithEnvironment
    {
        var reference = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>().SingleOrDefault(a => a.Resource == source);
        if (reference is null)
        {
            reference = new EndpointReferenceAnnotation(source);
            builder.WithAnnotation(reference).WithEnvironment(context => EndpointVariables.Add(context.EnvironmentVariables, reference, name));
        }
        if (endpointName is null)
            reference.UseAllEndpoints = true;
        else
            reference.EndpointNames.Add(endpointName);
        return builder.WithReferenceRelationship(source);
    }
}
