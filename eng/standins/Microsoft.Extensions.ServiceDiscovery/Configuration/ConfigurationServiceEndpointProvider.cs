using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.ServiceDiscovery.Configuration;

internal sealed class ConfigurationServiceEndpointProvider(
    ServiceEndpointQuery query, IConfiguration configuration, ConfigurationServiceEndpointProviderOptions options, ServiceDiscoveryOptions discovery)
    : IServiceEndpointProvider, IHostNameFeature
{
    private readonly string[] _schemes = discovery.Narrow(query.IncludedSchemes);
    private readonly bool _anyScheme = discovery.AllowAllSchemes && query.IncludedSchemes.Count == 0;

    public string HostName => query.ServiceName;

    public ValueTask PopulateAsync(IServiceEndpointBuilder endpoints, CancellationToken cancellationToken)
    {
        if (endpoints.Endpoints.Count > 0)
            return default;

        endpoints.AddChangeToken(configuration.GetReloadToken());
        var service = configuration.GetSection(options.SectionName).GetSection(query.ServiceName);
        if (Named(service) is not { } named)
            return default;

        foreach (var endpoint in Preferred([.. Values(named).Select(Read)]))
            endpoints.Endpoints.Add(endpoint);
        return default;
    }

    public ValueTask DisposeAsync() => default;

    public override string ToString() => "Configuration";

    /// <summary>Without a named endpoint the first of "default" and the wanted schemes that exists.</summary>
    private IConfigurationSection? Named(IConfigurationSection service)
    {
        string[] candidates = string.IsNullOrWhiteSpace(query.EndpointName) ? ["default", .. _schemes] : [query.EndpointName];
        return candidates.Select(service.GetSection).FirstOrDefault(section => section.Exists());
    }

    private IEnumerable<IConfigurationSection> Values(IConfigurationSection named) => !string.IsNullOrWhiteSpace(named.Value)
        ? [named]
        : named.GetChildren().Select(child => int.TryParse(child.Key, out _) ? child : throw new KeyNotFoundException(
            $"The endpoint configuration section for service '{query.ServiceName}' endpoint '{named.Key}' has non-numeric keys."));

    private ServiceEndpoint Read(IConfigurationSection section)
    {
        if (string.IsNullOrWhiteSpace(section.Value) || !EndPointText.TryParse(section.Value, out var endPoint))
            throw new KeyNotFoundException($"'{section.Path}' of service '{query.ServiceName}' is no endpoint address.");

        var endpoint = ServiceEndpoint.Create(endPoint);
        endpoint.Features.Set<IServiceEndpointProvider>(this);
        if (options.ShouldApplyHostNameMetadata(endpoint))
            endpoint.Features.Set<IHostNameFeature>(this);
        return endpoint;
    }

    /// <summary>Of the addresses that name a scheme only those of the best scheme present remain.</summary>
    private IEnumerable<ServiceEndpoint> Preferred(List<ServiceEndpoint> found)
    {
        if (_anyScheme)
            return found;

        var ranks = found.ConvertAll(Rank);
        var best = ranks.Where(rank => rank >= 0).DefaultIfEmpty(-1).Min();
        return found.Where((endpoint, i) => endpoint.EndPoint is not UriEndPoint || (ranks[i] >= 0 && ranks[i] == best));
    }

    private int Rank(ServiceEndpoint endpoint) =>
        endpoint.EndPoint is UriEndPoint uri ? Array.FindIndex(_schemes, s => s.Equals(uri.Uri.Scheme, StringComparison.OrdinalIgnoreCase)) : -1;
}
