using System.Diagnostics.CodeAnalysis;
using System.Net;

namespace Microsoft.Extensions.ServiceDiscovery.PassThrough;

/// <summary>Takes the name as the host's own: what a platform with its own discovery wants.</summary>
internal sealed class PassThroughServiceEndpointProviderFactory : IServiceEndpointProviderFactory
{
    public bool TryCreateProvider(ServiceEndpointQuery query, [NotNullWhen(true)] out IServiceEndpointProvider? provider)
    {
        provider = new PassThroughServiceEndpointProvider(EndPointOf(query));
        return true;
    }

    private static EndPoint EndPointOf(ServiceEndpointQuery query)
    {
        var text = query.ToString();
        var address = new Uri(text.Contains("://", StringComparison.Ordinal) ? text : $"any://{text}");
        return EndPointText.HostAndPort(query.ServiceName, address.Port);
    }
}
