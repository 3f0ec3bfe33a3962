namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Makes handlers that resolve service names; for HTTP clients made by hand.</summary>
public interface IServiceDiscoveryHttpMessageHandlerFactory
{
    /// <summary>A handler that resolves and then calls <paramref name="handler"/>.</summary>
    HttpMessageHandler CreateHandler(HttpMessageHandler handler);
}
