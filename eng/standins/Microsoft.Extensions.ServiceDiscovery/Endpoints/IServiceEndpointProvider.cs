namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Finds the addresses of one service.</summary>
public interface IServiceEndpointProvider : IAsyncDisposable
{
    /// <summary>Adds what it knows; leaves a set alone that an earlier provider filled.</summary>
    ValueTask PopulateAsync(IServiceEndpointBuilder endpoints, CancellationToken cancellationToken);
}
