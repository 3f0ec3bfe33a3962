using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Grpc;

/// <summary>Clients of other services' gRPC.</summary>
public static class GrpcClientExtensions
{
    /// <summary>
    /// Registers a generated client for the endpoint named <c>grpc</c> of <paramref name="resource"/>: found by discovery, with both tokens,
    /// with a deadline (2 s unless told; never later than that of the call being served).
    /// </summary>
    public static IHttpClientBuilder AddGrpcServiceClient<TClient>(this IServiceCollection services, string resource, TimeSpan? deadline = null) where TClient : class =>
        services.AddGrpcClient<TClient>(options => options.Address = new($"http://_grpc.{resource}"))
            .ConfigurePrimaryHttpMessageHandler(Handler)
            .AddTokenPropagation()
            .AddInterceptor(provider => new DefaultDeadline(deadline ?? TimeSpan.FromSeconds(2), provider.GetRequiredService<TimeProvider>()))
            .EnableCallContextPropagation(options => options.SuppressContextNotFoundErrors = true);

    /// <summary>Our discovery picks the address, so the channel's own balancing, which would ask DNS for the service's name, is switched off.</summary>
    private static SocketsHttpHandler Handler() => new()
    {
        EnableMultipleHttp2Connections = true,
        KeepAlivePingDelay = TimeSpan.FromSeconds(30),
        KeepAlivePingTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        Properties = { ["__GrpcLoadBalancingDisabled"] = true },
    };
}
