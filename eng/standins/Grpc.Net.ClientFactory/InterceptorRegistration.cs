using Grpc.Core.Interceptors;

namespace Grpc.Net.ClientFactory;

/// <summary>Who shares an interceptor.</summary>
public enum InterceptorScope
{
    /// <summary>All clients of the channel.</summary>
    Channel,

    /// <summary>Nobody: each client has its own, made by the provider the client came from.</summary>
    Client,
}

/// <summary>An interceptor to be made.</summary>
public class InterceptorRegistration(InterceptorScope scope, Func<IServiceProvider, Interceptor> creator)
{
    /// <summary>Who shares it.</summary>
    public InterceptorScope Scope { get; } = scope;

    internal Func<IServiceProvider, Interceptor> Creator { get; } = creator ?? throw new ArgumentNullException(nameof(creator));
}
