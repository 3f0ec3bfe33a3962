namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>Names of services: lower case, one each.</summary>
internal sealed class ServiceNames
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    public string For(IResource resource, EndpointAnnotation endpoint)
    {
        var wanted = $"{resource.Name}-{endpoint.Name}".ToLowerInvariant().Replace('_', '-');
        var name = wanted;
        for (var i = 2; !_taken.Add(name); i++)
            name = $"{wanted}-{i}";
        return name;
    }
}
