using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.Infra.Gateway;
using Streamix.ServiceDefaults;

namespace Streamix.Comms.Tests.Feedback;

/// <summary>The real gateway with its real routes of this cluster, on a port of its own.</summary>
internal sealed class GatewayDoor(WebApplication app, string folder) : IAsyncDisposable
{
    public Uri Address => new(app.Urls.Single());

    public static async Task<GatewayDoor> StartAsync(int emailPort)
    {
        var folder = Directory.CreateTempSubdirectory("gateway").FullName;
        var routes = Directory.CreateDirectory(Path.Combine(folder, "Routes")).FullName;
        File.Copy(Repository.PathOf("services", "infra", "Streamix.Infra.Gateway", "Routes", "comms.json"), Path.Combine(routes, "comms.json"));
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Streamix.Infra.Gateway", ContentRootPath = folder, EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:comms-email:http:0"] = $"http://localhost:{emailPort}",
            ["Gateway:Limits:Enabled"] = "false",
            ["Gateway:Limits:Classes:events:User:Permits"] = "1000",
            ["Auth:Jwks"] = """{"keys":[]}""",
            ["Shutdown:Drain"] = "00:00:00",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        builder.AddGateway();
        var app = builder.Build();
        app.UseGateway();
        app.MapGateway();
        await app.StartAsync();
        return new(app, folder);
    }

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
