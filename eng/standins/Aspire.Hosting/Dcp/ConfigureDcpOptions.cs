using System.Reflection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dcp;

/// <summary>Configuration first, then ASPIRE_DCP_PATH and ASPIRE_DASHBOARD_PATH, then what the build wrote into the AppHost's assembly.</summary>
internal sealed class ConfigureDcpOptions(IConfiguration configuration, DistributedApplicationOptions application) : IConfigureOptions<DcpOptions>
{
    public void Configure(DcpOptions options)
    {
        var section = configuration.GetSection("DcpPublisher");
        section.Bind(options);
        options.CliPath = First(section["CliPath"], InFolder(configuration["ASPIRE_DCP_PATH"], "dcp"), Metadata("dcpclipath"));
        options.DashboardPath = First(section["DashboardPath"], configuration["ASPIRE_DASHBOARD_PATH"], Metadata("aspiredashboardpath"));
        options.ContainerRuntime = First(section["ContainerRuntime"], configuration["ASPIRE_CONTAINER_RUNTIME"], configuration["DOTNET_ASPIRE_CONTAINER_RUNTIME"]);
    }

    private static string? First(params string?[] candidates) => candidates.FirstOrDefault(c => !string.IsNullOrEmpty(c));

    private static string? InFolder(string? path, string file) => Directory.Exists(path) ? Path.Combine(path, file) : path;

    private string? Metadata(string key) => application.Assembly?.GetCustomAttributes<AssemblyMetadataAttribute>()
        .FirstOrDefault(m => string.Equals(m.Key, key, StringComparison.OrdinalIgnoreCase))?.Value;
}
