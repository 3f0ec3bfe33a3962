using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>What the dashboard's process is told: where to listen, whom to let in, where the resource service is.</summary>
internal sealed class DashboardEnvironment(IOptions<DashboardOptions> options, ResourceServiceHost resourceService, IConfiguration configuration, IHostEnvironment host)
{
    public async Task SetAsync(EnvironmentCallbackContext context)
    {
        var variables = context.EnvironmentVariables;
        var settings = options.Value;
        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (key.StartsWith("ASPIRE_DASHBOARD_", StringComparison.OrdinalIgnoreCase) && value is not null)
                variables[key] = value;
        }
        variables["ASPNETCORE_ENVIRONMENT"] = host.EnvironmentName;
        variables["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] = await resourceService.AddressAsync(context.CancellationToken).ConfigureAwait(false);
        Listen((IResourceWithEndpoints)context.Resource, variables);
        Guard(variables, "DASHBOARD__FRONTEND__AUTHMODE", "BrowserToken", "DASHBOARD__FRONTEND__BROWSERTOKEN", settings.BrowserToken);
        Guard(variables, "DASHBOARD__RESOURCESERVICECLIENT__AUTHMODE", "ApiKey", "DASHBOARD__RESOURCESERVICECLIENT__APIKEY", settings.ResourceServiceApiKey);
        Guard(variables, "DASHBOARD__OTLP__AUTHMODE", "ApiKey", "DASHBOARD__OTLP__PRIMARYAPIKEY", settings.OtlpApiKey);
        Guard(variables, "DASHBOARD__API__AUTHMODE", "ApiKey", "DASHBOARD__API__PRIMARYAPIKEY", settings.ApiKey);
        variables["ASPIRE_DASHBOARD_API_ENABLED"] = "true";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "json";
    }

    private static void Listen(IResourceWithEndpoints resource, Dictionary<string, object> variables)
    {
        var pages = resource.Annotations.OfType<EndpointAnnotation>()
            .Where(e => e.Name is not (DashboardResource.OtlpGrpcEndpoint or DashboardResource.OtlpHttpEndpoint))
            .Select(e => new EndpointReference(resource, e))
            .ToArray();
        var urls = new ReferenceExpressionBuilder();
        foreach (var (page, index) in pages.Select((p, i) => (p, i)))
        {
            urls.AppendLiteral(index == 0 ? "" : ";");
            urls.Append($"{Target(page)}");
        }
        variables["ASPNETCORE_URLS"] = urls.Build();
        // Behind the proxy the dashboard would tell browsers the port it listens on itself.
        variables["DASHBOARD__FRONTEND__PUBLICURL"] = pages[0];
        Listen(resource, DashboardResource.OtlpGrpcEndpoint, "ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL", variables);
        Listen(resource, DashboardResource.OtlpHttpEndpoint, "ASPIRE_DASHBOARD_OTLP_HTTP_ENDPOINT_URL", variables);
    }

    private static void Listen(IResourceWithEndpoints resource, string endpoint, string variable, Dictionary<string, object> variables)
    {
        variables.Remove(variable);
        if (new EndpointReference(resource, endpoint) is { Exists: true } reference)
            variables[variable] = Target(reference);
    }

    private static ReferenceExpression Target(EndpointReference endpoint) =>
        ReferenceExpression.Create($"{endpoint.Property(EndpointProperty.Scheme)}://{endpoint.EndpointAnnotation.TargetHost}:{endpoint.Property(EndpointProperty.TargetPort)}");

    private static void Guard(Dictionary<string, object> variables, string modeKey, string mode, string secretKey, string? secret)
    {
        variables[modeKey] = string.IsNullOrEmpty(secret) ? "Unsecured" : mode;
        if (!string.IsNullOrEmpty(secret))
            variables[secretKey] = secret;
    }
}
