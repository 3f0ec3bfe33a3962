using Microsoft.Extensions.Options;

namespace Streamix.ServiceDefaults.Shutdown;

internal static class ShutdownDefaults
{
    public static void AddGracefulShutdown(this IServiceCollection services)
    {
        services.AddOptions<ShutdownOptions>().BindConfiguration("Shutdown");
        services.AddOptions<HostOptions>().Configure<IOptions<ShutdownOptions>, IHostEnvironment>((host, shutdown, environment) =>
            host.ShutdownTimeout = shutdown.Value.Timeout + shutdown.Value.DrainIn(environment));
        services.AddHostedService<Drain>();
    }
}
