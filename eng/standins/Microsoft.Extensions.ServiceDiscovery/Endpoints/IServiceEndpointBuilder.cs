using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Collects what the providers of one query find.</summary>
public interface IServiceEndpointBuilder
{
    /// <summary>Addresses found so far.</summary>
    IList<ServiceEndpoint> Endpoints { get; }

    /// <summary>Features of the whole set.</summary>
    IFeatureCollection Features { get; }

    /// <summary>Adds a token that makes the set stale when it fires.</summary>
    void AddChangeToken(IChangeToken changeToken);
}
