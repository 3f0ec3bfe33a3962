namespace Microsoft.Extensions.ServiceDiscovery;

/// <summary>Options of the configuration provider.</summary>
public sealed class ConfigurationServiceEndpointProviderOptions
{
    /// <summary>The section that holds the services; default <c>Services</c>.</summary>
    public string SectionName { get; set; } = "Services";

    /// <summary>Whether an address carries the service's name as <see cref="IHostNameFeature"/>; default never.</summary>
    public Func<ServiceEndpoint, bool> ShouldApplyHostNameMetadata { get; set; } = _ => false;
}
