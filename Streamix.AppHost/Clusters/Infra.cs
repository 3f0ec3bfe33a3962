namespace Streamix.AppHost.Clusters;

internal static class Infra
{
    public static void AddInfra(this Platform platform)
    {
        if (!platform.Options.Includes("infra")) return;

        var gateway = platform.AddService<Projects.Streamix_Infra_Gateway>("infra-gateway")
            .WithCache(platform)
            .WithEndpoint("http", endpoint => endpoint.Port = platform.HostPort(platform.Ports.Gateway))
            .WithExternalHttpEndpoints()
            .WithUrlForEndpoint("http", url => url.DisplayText = "Streamix");
        if (platform.Session is not null) gateway.WithSessions(platform);
    }
}
