using Grpc.AspNetCore.ClientFactory;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets clients inherit from the call being served.</summary>
public static class GrpcServerHttpClientBuilderExtensions
{
    /// <summary>Passes the deadline (the nearer one) and the cancellation of the served call on.</summary>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddHttpContextAccessor();
        return builder.AddInterceptor(provider => new ContextPropagationInterceptor(
            provider.GetRequiredService<IOptionsMonitor<GrpcContextPropagationOptions>>().Get(builder.Name), provider.GetRequiredService<IHttpContextAccessor>()));
    }

    /// <inheritdoc cref="EnableCallContextPropagation(IHttpClientBuilder)"/>
    public static IHttpClientBuilder EnableCallContextPropagation(this IHttpClientBuilder builder, Action<GrpcContextPropagationOptions> configureOptions)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Configure(builder.Name, configureOptions);
        return builder.EnableCallContextPropagation();
    }
}
