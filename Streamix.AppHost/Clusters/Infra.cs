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
        else gateway.WithEnvironment("Gateway__Sessions__Check", "false");
        if (platform.Builder.ExecutionContext.IsPublishMode) gateway.BelieveProxies(platform);
    }

    /// <summary>
    /// Instead of everybody, as a published project does: the operator names the load balancer's network and, where CloudFront stands before it,
    /// CloudFront's own (CIDR, separated by commas); and which of these, as CloudFront, tell the viewer's country.
    /// </summary>
    private static void BelieveProxies(this IResourceBuilder<ProjectResource> gateway, Platform platform) => gateway.DisableForwardedHeaders()
        .WithEnvironment("Gateway__Edge__TrustedProxies__0", platform.Builder.AddParameter("trusted-proxies"))
        .WithEnvironment("Gateway__Edge__CountryProxies__0", platform.Builder.AddParameter("country-proxies"));
}
