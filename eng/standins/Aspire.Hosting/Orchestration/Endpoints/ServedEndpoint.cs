using System.Globalization;
using Aspire.Hosting.Dcp.Model;

namespace Aspire.Hosting.Orchestration.Endpoints;

/// <summary>An endpoint and the control plane's service that carries it.</summary>
internal sealed record ServedEndpoint(IResource Resource, EndpointAnnotation Endpoint, string Service)
{
    private static readonly string[] EveryAddress = ["*", "+", "0.0.0.0", "::", "[::]"];

    private bool Everywhere => EveryAddress.Contains(Endpoint.TargetHost, StringComparer.Ordinal);

    public ServiceSpec Spec(bool randomizePorts) => new()
    {
        Protocol = Endpoint.Protocol.ToString().ToUpperInvariant(),
        Port = Endpoint.IsProxied && randomizePorts ? null : Endpoint.Port,
        AddressAllocationMode = !Endpoint.IsProxied ? AddressModes.Proxyless : Everywhere ? null : AddressModes.Localhost,
        Address = Endpoint.IsProxied && Everywhere ? "0.0.0.0" : null,
    };

    /// <summary>What a process or container says about itself: it listens on this port for that service.</summary>
    public ServiceProducer Producer => new(Service, Endpoint.TargetPort, Resource is ContainerResource || Endpoint.IsProxied ? null : Host);

    /// <summary>The name clients use.</summary>
    public string Host => Everywhere ? "localhost" : Endpoint.TargetHost;

    public void Allocate(int port) => Endpoint.AllocatedEndpoint = new(
        Endpoint, Host, port, Endpoint.TargetPort?.ToString(CultureInfo.InvariantCulture) ?? Templates.PortForServing(Service));
}
