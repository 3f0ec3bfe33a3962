using System.Net;
using Microsoft.AspNetCore.Http.Features;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>One address of a service.</summary>
public abstract class ServiceEndpoint
{
    /// <summary>The address: an IP, a DNS name or a whole URI.</summary>
    public abstract EndPoint EndPoint { get; }

    /// <summary>What providers attached to this address.</summary>
    public abstract IFeatureCollection Features { get; }

    /// <summary>Wraps <paramref name="endPoint"/>.</summary>
    public static ServiceEndpoint Create(EndPoint endPoint, IFeatureCollection? features = null)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        return new PlainServiceEndpoint(endPoint, features ?? new FeatureCollection());
    }
}
