using Microsoft.Extensions.Http;

namespace Microsoft.Extensions.ServiceDiscovery.Http;

/// <summary>Tells gRPC channels that somebody else picks the address (a property Grpc.Net.Client looks for).</summary>
internal sealed class GrpcBalancingFilter : IHttpMessageHandlerBuilderFilter
{
    private const string Property = "__GrpcLoadBalancingDisabled";

    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) => builder =>
    {
        next(builder);
        var properties = builder.PrimaryHandler switch
        {
            SocketsHttpHandler sockets => sockets.Properties,
            HttpClientHandler client => client.Properties,
            _ => null,
        };
        properties?.TryAdd(Property, true);
    };
}
