namespace Aspire.Hosting;

internal static class EndpointVariables
{
    public static void Add(Dictionary<string, object> variables, EndpointReferenceAnnotation reference, string? name)
    {
        var service = name ?? reference.Resource.Name;
        var indexes = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var endpoint in reference.Resource.GetEndpoints().Where(e => IsWanted(reference, e)))
        {
            variables[$"{VariableName.Of(name ?? service.ToUpperInvariant())}_{VariableName.Of(endpoint.EndpointName).ToUpperInvariant()}"] = endpoint;
            var key = endpoint.EndpointName is "http" or "https" ? endpoint.Scheme : endpoint.EndpointName;
            var index = indexes.GetValueOrDefault(key);
            indexes[key] = index + 1;
            variables[$"services__{service}__{key}__{index}"] = endpoint;
        }
    }

    private static bool IsWanted(EndpointReferenceAnnotation reference, EndpointReference endpoint) =>
        reference.EndpointNames.Contains(endpoint.EndpointName) || (reference.UseAllEndpoints && !endpoint.ExcludeReferenceEndpoint);
}
