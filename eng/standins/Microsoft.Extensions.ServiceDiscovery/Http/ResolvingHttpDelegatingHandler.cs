using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Replaces the service name of a request by one of the service's addresses, for the time of the call.</summary>
internal sealed class ResolvingHttpDelegatingHandler(ServiceEndpointResolver resolver, IOptions<ServiceDiscoveryOptions> options) : DelegatingHandler
{
    public ResolvingHttpDelegatingHandler(ServiceEndpointResolver resolver, IOptions<ServiceDiscoveryOptions> options, HttpMessageHandler inner)
        : this(resolver, options) => InnerHandler = inner;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.RequestUri is not { } original)
            throw new InvalidOperationException("Cannot resolve an endpoint for a request which has no RequestUri.");

        var name = original.GetLeftPart(UriPartial.Authority);
        var source = await resolver.GetEndpointsAsync(name, cancellationToken).ConfigureAwait(false);
        if (source.Endpoints.Count == 0)
            throw new InvalidOperationException($"No endpoint is known for '{name}'.");

        var endpoint = RoundRobin.Next(source);
        var host = request.Headers.Host;
        request.RequestUri = EndpointUri.Apply(original, endpoint, options.Value);
        request.Headers.Host = host ?? endpoint.Features.Get<IHostNameFeature>()?.HostName;
        try
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            // A retry of the same request resolves again.
            request.RequestUri = original;
            request.Headers.Host = host;
        }
    }
}
