using Microsoft.Extensions.DependencyInjection.Extensions;
using Yarp.ReverseProxy.Forwarder;

namespace Streamix.Infra.Gateway.Direct;

internal static class DirectSetup
{
    /// <summary>Stands before the proxy's own forwarder, which stays for everything that is not plain.</summary>
    public static void AddDirectForwarding(this IServiceCollection services)
    {
        var usual = services.Last(s => s.ServiceType == typeof(IHttpForwarder)).ImplementationType!;
        services.AddOptions<DirectOptions>().BindConfiguration(DirectOptions.Section);
        services.AddSingleton<Replicas>();
        services.Replace(ServiceDescriptor.Singleton<IHttpForwarder>(provider =>
            ActivatorUtilities.CreateInstance<DirectForwarder>(provider, ActivatorUtilities.CreateInstance(provider, usual))));
    }
}
