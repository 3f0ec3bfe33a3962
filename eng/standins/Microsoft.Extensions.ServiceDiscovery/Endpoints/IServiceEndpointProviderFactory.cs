using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Makes providers; asked in the order of registration.</summary>
public interface IServiceEndpointProviderFactory
{
    /// <summary>False when this kind of provider has nothing to say about <paramref name="query"/>.</summary>
    bool TryCreateProvider(ServiceEndpointQuery query, [NotNullWhen(true)] out IServiceEndpointProvider? provider);
}
