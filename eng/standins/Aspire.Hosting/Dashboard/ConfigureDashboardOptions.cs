using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>The keys of Aspire's launch profiles and of the builder's defaults (<c>AppHost:*</c>).</summary>
internal sealed class ConfigureDashboardOptions(IConfiguration configuration, IHostEnvironment environment) : IConfigureOptions<DashboardOptions>
{
    public void Configure(DashboardOptions options)
    {
        options.Urls = configuration["ASPNETCORE_URLS"];
        options.OtlpGrpcUrl = Either("ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", "DOTNET_DASHBOARD_OTLP_ENDPOINT_URL");
        options.OtlpHttpUrl = Either("ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", "DOTNET_DASHBOARD_OTLP_HTTP_ENDPOINT_URL");
        options.ResourceServiceUrl = Either("ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL", "DOTNET_RESOURCE_SERVICE_ENDPOINT_URL");
        options.BrowserToken = configuration["AppHost:BrowserToken"];
        options.OtlpApiKey = configuration["AppHost:OtlpApiKey"];
        options.ApiKey = configuration["AppHost:DashboardApiKey"];
        if (!string.Equals(configuration["AppHost:ResourceService:AuthMode"], "Unsecured", StringComparison.OrdinalIgnoreCase))
            options.ResourceServiceApiKey = configuration["AppHost:ResourceService:ApiKey"];
        options.ApplicationName = WithoutSuffix(configuration["AppHost:DashboardApplicationName"] is { Length: > 0 } name ? name : environment.ApplicationName);
    }

    private string? Either(string key, string legacy) => configuration[key] is { Length: > 0 } value ? value : configuration[legacy];

    private static string WithoutSuffix(string name) =>
        name.EndsWith("AppHost", StringComparison.OrdinalIgnoreCase) && name.Length > 7 ? name[..^7].TrimEnd('.') : name;
}
