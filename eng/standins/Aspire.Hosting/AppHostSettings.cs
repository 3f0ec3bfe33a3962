using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Aspire.Hosting;

internal static class AppHostSettings
{
    public static void Apply(ConfigurationManager configuration, DistributedApplicationOptions options, string directory, string applicationName, DistributedApplicationExecutionContext executionContext)
    {
        var name = options.ProjectName ?? applicationName;
        var path = Path.GetFullPath(Path.Join(directory, name));
        var pathHash = Hash(path.ToLower(CultureInfo.InvariantCulture));
        var nameHash = Hash(name);
        configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AppHost:Directory"] = directory,
            ["AppHost:Path"] = path,
            ["AppHost:DashboardApplicationName"] = options.DashboardApplicationName ?? applicationName,
            ["AppHost:PathSha256"] = pathHash,
            ["AppHost:ProjectNameSha256"] = nameHash,
            ["AppHost:Sha256"] = executionContext.IsPublishMode ? nameHash : pathHash,
        });
        if (executionContext.IsRunMode && !options.DisableDashboard)
            configuration.AddInMemoryCollection(DashboardSecrets(configuration));
    }

    private static Dictionary<string, string?> DashboardSecrets(ConfigurationManager configuration) =>
        bool.TryParse(configuration["ASPIRE_DASHBOARD_UNSECURED_ALLOW_ANONYMOUS"], out var anonymous) && anonymous
            ? new() { ["AppHost:ResourceService:AuthMode"] = "Unsecured" }
            : new()
            {
                ["AppHost:OtlpApiKey"] = configuration["AppHost:OtlpApiKey"] ?? Token(),
                ["AppHost:DashboardApiKey"] = configuration["AppHost:DashboardApiKey"] ?? Token(),
                ["AppHost:BrowserToken"] = configuration["ASPIRE_DASHBOARD_FRONTEND_BROWSERTOKEN"] ?? Token(),
                ["AppHost:ResourceService:AuthMode"] = "ApiKey",
                ["AppHost:ResourceService:ApiKey"] = configuration["ASPIRE_DASHBOARD_RESOURCESERVICE_APIKEY"] ?? Token(),
            };

    private static string Hash(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Token() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
