using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace Microsoft.Extensions.ServiceDiscovery;

internal sealed class ServiceEndpointBuilder : IServiceEndpointBuilder
{
    private readonly List<IChangeToken> _tokens = [];
    private readonly List<ServiceEndpoint> _endpoints = [];

    public IList<ServiceEndpoint> Endpoints => _endpoints;

    public IFeatureCollection Features { get; } = new FeatureCollection();

    /// <summary>True when nobody will call us back, so that the set must be asked for again from time to time.</summary>
    public bool NeedsPolling => !_tokens.Any(token => token.ActiveChangeCallbacks);

    public void AddChangeToken(IChangeToken changeToken) => _tokens.Add(changeToken);

    public ServiceEndpointSource Build(IChangeToken stale) => new(_endpoints, new CompositeChangeToken([.. _tokens, stale]), Features);
}
