namespace Aspire.Hosting.ApplicationModel;

internal static class EndpointAddress
{
    private const string ContainerHost = "host.docker.internal";

    // A container reaches its siblings by their names and the host by a name of its own.
    public static (string Host, int Port) SeenBy(ValueProviderContext context, EndpointReference reference, AllocatedEndpoint allocated)
    {
        if (!InContainerNetwork(context, reference))
            return (allocated.Address, allocated.Port);
        if (reference.Resource is ContainerResource && reference.TargetPort is { } targetPort)
            return (reference.Resource.Name, targetPort);
        return (allocated.Address is "localhost" or "127.0.0.1" or "[::1]" ? ContainerHost : allocated.Address, allocated.Port);
    }

    private static bool InContainerNetwork(ValueProviderContext context, EndpointReference reference)
    {
        var network = reference.ContextNetworkID ?? context.Network;
        return network is null ? context.Caller is ContainerResource : network == KnownNetworkIdentifiers.DefaultAspireContainerNetwork;
    }
}
