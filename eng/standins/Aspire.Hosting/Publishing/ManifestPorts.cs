using System.Globalization;

namespace Aspire.Hosting.Publishing;

/// <summary>Chooses target ports, from 8000 on, where nobody has; a project's http and https listen where its image says.</summary>
internal sealed class ManifestPorts
{
    private readonly Dictionary<EndpointAnnotation, int> chosen = [];
    private int next = 8000;

    public int? Target(IResource resource, EndpointAnnotation endpoint)
    {
        if (endpoint.TargetPort is { } known)
            return known;
        if (resource is ProjectResource && endpoint.Name is "http" or "https")
            return null;
        if (!chosen.TryGetValue(endpoint, out var port))
            chosen[endpoint] = port = next++;
        return port;
    }
}
