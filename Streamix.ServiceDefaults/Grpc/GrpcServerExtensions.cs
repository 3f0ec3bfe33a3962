using Microsoft.AspNetCore.Server.Kestrel.Core;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Grpc;

/// <summary>Services that answer gRPC.</summary>
public static class GrpcServerExtensions
{
    private const int LargestMessage = 1024 * 1024;

    /// <summary>
    /// Registers gRPC with our error mapping. Without TLS, HTTP/2 needs a door of its own: the listening address whose port is
    /// <c>Grpc:Port</c> (the endpoint named <c>grpc</c> in the graph) speaks nothing else.
    /// </summary>
    public static WebApplicationBuilder AddGrpcServer(this WebApplicationBuilder builder)
    {
        builder.Services.AddGrpc(options =>
        {
            options.Interceptors.Add<ErrorStatus>();
            options.MaxReceiveMessageSize = LargestMessage;
            options.IgnoreUnknownServices = true; // else its route for them takes every POST of two segments that has no content type
        });
        if (builder.Configuration.GetValue<int?>("Grpc:Port") is { } port)
            builder.Services.Configure<KestrelServerOptions>(kestrel => kestrel.ConfigureEndpointDefaults(listen =>
            {
                if (listen.IPEndPoint?.Port == port)
                    listen.Protocols = HttpProtocols.Http2;
            }));
        return builder;
    }

    /// <summary>Maps a gRPC service for other services: their token is asked for, deadlines come from the caller.</summary>
    public static IEndpointConventionBuilder MapGrpc<TService>(this IEndpointRouteBuilder app) where TService : class =>
        app.MapGrpcService<TService>().RequireService().DisableRequestTimeout();
}
