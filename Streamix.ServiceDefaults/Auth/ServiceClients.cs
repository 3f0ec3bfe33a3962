namespace Streamix.ServiceDefaults.Auth;

/// <summary>Typed clients of other services.</summary>
public static class ServiceClients
{
    /// <summary>
    /// Registers <typeparamref name="TClient"/> (constructor takes <see cref="HttpClient"/>) for the resource <paramref name="resource"/>:
    /// found by discovery, retried when safe, with the user's and this service's token.
    /// </summary>
    public static IHttpClientBuilder AddServiceClient<TClient>(this IServiceCollection services, string resource) where TClient : class =>
        services.AddHttpClient<TClient>(client => client.BaseAddress = new($"https+http://{resource}")).AddTokenPropagation();

    /// <summary>Adds both tokens to the calls of this client. Only for clients of our own services: a token is a secret.</summary>
    public static IHttpClientBuilder AddTokenPropagation(this IHttpClientBuilder builder) =>
        builder.AddHttpMessageHandler(provider => new TokenPropagation(provider.GetRequiredService<IHttpContextAccessor>(), provider.GetRequiredService<IServiceTokens>()));
}
