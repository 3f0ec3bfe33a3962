namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>What cannot be served, said before anything is started.</summary>
internal static class EndpointRules
{
    /// <exception cref="InvalidOperationException">The endpoint asks for the impossible.</exception>
    public static void Check(IResource resource, EndpointAnnotation endpoint)
    {
        var replicas = resource.GetReplicaCount();
        if (replicas > 1 && !endpoint.IsProxied)
            throw new InvalidOperationException($"Resource '{resource.Name}' uses multiple replicas and a proxy-less endpoint '{endpoint.Name}'. These features do not work together.");
        if (replicas > 1 && endpoint.TargetPort is not null)
            throw new InvalidOperationException($"Resource '{resource.Name}' can have only one replica, because its endpoint '{endpoint.Name}' has the fixed target port {endpoint.TargetPort}.");
        if (resource is ContainerResource && endpoint.TargetPort is null)
            throw new InvalidOperationException($"The endpoint '{endpoint.Name}' of container '{resource.Name}' must specify the port the container listens on (targetPort).");
        if (resource is not ContainerResource && endpoint.IsProxied && endpoint.Port is { } port && endpoint.TargetPort == port)
            throw new InvalidOperationException($"The endpoint '{endpoint.Name}' for resource '{resource.Name}' requested a proxy (IsProxied is true). Non-container resources cannot be proxied when both TargetPort and Port are specified with the same value.");
    }
}
