using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace Streamix.StandIns.Tests.Clients;

/// <summary>Hosts with nothing but the given configuration.</summary>
internal static class Hosts
{
    public static HostApplicationBuilder Builder(params (string Key, string? Value)[] configuration)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = "Development" });
        builder.Configuration.AddInMemoryCollection(configuration.ToDictionary(c => c.Key, c => c.Value));
        return builder;
    }

    public static Task<HealthReport> CheckHealthAsync(this IHost host) => host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();
}
