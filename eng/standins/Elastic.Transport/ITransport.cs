using System.Diagnostics;

namespace Elastic.Transport;

/// <summary>What a transport is configured with.</summary>
public interface ITransportConfiguration;

/// <summary>What a single request is configured with.</summary>
public interface IRequestConfiguration;

/// <summary>Sends requests.</summary>
public interface ITransport
{
    /// <summary>Sends one. A node that does not answer is told by the response, not by an exception.</summary>
    Task<TResponse> RequestAsync<TResponse>(
        in EndpointPath path, PostData? postData, Action<Activity>? configureActivity, IRequestConfiguration? localConfiguration, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new();
}

/// <summary>Shorter calls.</summary>
public static class TransportExtensions
{
    /// <summary>Without a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(this ITransport transport, HttpMethod method, string path, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() => transport.RequestAsync<TResponse>(new EndpointPath(method, path), null, null, null, cancellationToken);

    /// <summary>With a body.</summary>
    public static Task<TResponse> RequestAsync<TResponse>(this ITransport transport, HttpMethod method, string path, PostData? postData, CancellationToken cancellationToken = default)
        where TResponse : TransportResponse, new() => transport.RequestAsync<TResponse>(new EndpointPath(method, path), postData, null, null, cancellationToken);
}
