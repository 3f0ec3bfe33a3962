namespace Aspire.Hosting;

internal static class EndpointSelectors
{
    private static readonly string[] HttpSchemes = ["https", "http"];

    /// <summary>The endpoint of that name; without a name the https or http one.</summary>
    public static Func<EndpointReference> Named<T>(IResourceBuilder<T> builder, string? name, string purpose)
        where T : IResourceWithEndpoints => () =>
        {
            var names = name is null ? HttpSchemes : [name];
            var endpoints = builder.Resource.GetEndpoints().ToList();
            var found = names.Select(n => endpoints.Find(e => string.Equals(e.EndpointName, n, StringComparison.OrdinalIgnoreCase))).FirstOrDefault(e => e is not null);
            return found switch
            {
                null => throw new DistributedApplicationException(
                    $"Could not create {purpose} for resource '{builder.Resource.Name}' as no endpoint was found matching one of the specified names: {string.Join(", ", names)}"),
                { IsHttp: false, IsHttps: false } => throw new DistributedApplicationException(
                    $"Could not create {purpose} for resource '{builder.Resource.Name}' as the endpoint with name '{found.EndpointName}' and scheme '{found.Scheme}' is not an HTTP endpoint."),
                _ => found,
            };
        };
}
