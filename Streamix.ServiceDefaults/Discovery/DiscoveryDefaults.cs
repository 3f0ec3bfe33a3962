namespace Streamix.ServiceDefaults.Discovery;

internal static class DiscoveryDefaults
{
    public static void AddDiscovery(this IServiceCollection services)
    {
        services.AddServiceDiscovery();
        services.AddOptions<EjectionOptions>().BindConfiguration("Discovery:Ejection");
        services.AddSingleton<EndpointBalancer>();
    }
}
