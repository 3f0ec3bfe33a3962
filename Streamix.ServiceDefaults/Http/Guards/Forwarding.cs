using Microsoft.AspNetCore.HttpOverrides;

namespace Streamix.ServiceDefaults.Http;

internal static class Forwarding
{
    private const string Switch = "Http:TrustForwarded";

    /// <summary>Services are reached through the gateway or by each other only, so the nearest hop tells the client's address. The gateway turns this off.</summary>
    public static void AddForwarding(this IServiceCollection services) => services.Configure<ForwardedHeadersOptions>(options =>
    {
        options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
        options.ForwardLimit = 1;
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
    });

    public static void UseForwarding(this WebApplication app)
    {
        if (app.Configuration.GetValue(Switch, true))
            app.UseForwardedHeaders();
    }
}
