using System.Reflection;
using System.Security.Cryptography;

namespace Aspire.Hosting.Testing;

/// <summary>What differs in a test: no dashboard, console logs in the test's log, ports nobody else uses, nothing left behind.</summary>
internal static class TestingDefaults
{
    public static void Apply(DistributedApplicationOptions options, HostApplicationBuilderSettings settings, Assembly? appHost)
    {
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        settings.EnvironmentName ??= Environments.Development;
        settings.Configuration ??= new();
        settings.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ASPNETCORE_URLS"] = "http://localhost:8080",
            ["DcpPublisher:RandomizePorts"] = "true",
            ["DcpPublisher:WaitForResourceCleanup"] = "true",
            ["DcpPublisher:ResourceNameSuffix"] = RandomNumberGenerator.GetHexString(8, lowercase: true),
        });
        if (appHost is null)
            return;
        options.AssemblyName = appHost.GetName().Name;
        settings.ApplicationName ??= options.AssemblyName;
        if (ProjectFolder(appHost) is not { } folder)
            return;
        settings.ContentRootPath ??= folder;
        settings.Configuration.AddInMemoryCollection(LaunchProfile.Variables(folder));
    }

    private static string? ProjectFolder(Assembly appHost)
    {
        var path = appHost.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(a => string.Equals(a.Key, "apphostprojectpath", StringComparison.OrdinalIgnoreCase))?.Value;
        return Directory.Exists(path) ? path : File.Exists(path) ? Path.GetDirectoryName(path) : null;
    }
}
