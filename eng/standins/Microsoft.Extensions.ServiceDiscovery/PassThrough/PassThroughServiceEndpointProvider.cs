using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery.PassThrough;

internal sealed class PassThroughServiceEndpointProvider(EndPoint endPoint) : IServiceEndpointProvider
{
    public ValueTask PopulateAsync(IServiceEndpointBuilder endpoints, CancellationToken cancellationToken)
    {
        if (endpoints.Endpoints.Count > 0)
            return default;

        var endpoint = ServiceEndpoint.Create(endPoint);
        endpoint.Features.Set<IServiceEndpointProvider>(this);
        endpoints.Endpoints.Add(endpoint);
        return default;
    }

    public ValueTask DisposeAsync() => default;

    public override string ToString() => "Pass-through";
}
