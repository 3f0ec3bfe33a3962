using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Tests.Session.Hosting;
using Streamix.Infra.Gateway;
using Streamix.ServiceDefaults;
using Streamix.Testing.Tokens;

namespace Streamix.Auth.Tests.Session.Gateways;

/// <summary>The real gateway before the real session service, over real connections.</summary>
internal sealed class GatewayHost(WebApplication app, string folder) : IAsyncDisposable
{
    private const string Routes = """{ "cluster": "auth", "services": { "session": { "routes": [ { "path": "/refresh", "access": "anonymous" }, { "path": "/sign-out", "access": "anonymous" }, {} ] } } }""";

    public static async Task<GatewayHost> StartAsync(Stores stores, Doors doors)
    {
        var folder = Directory.CreateTempSubdirectory("gateway").FullName;
        Directory.CreateDirectory(Path.Combine(folder, "Routes"));
        await File.WriteAllTextAsync(Path.Combine(folder, "Routes", "auth.json"), Routes);
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "Streamix.Infra.Gateway", ContentRootPath = folder, EnvironmentName = Environments.Development });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["services:auth-session:http:0"] = doors.Http,
            ["services:auth-session:grpc:0"] = doors.Grpc,
            ["ConnectionStrings:sessions"] = stores.Redis,
            ["OTEL_SERVICE_NAME"] = "infra-gateway",
            ["Auth:ClientSecret"] = SessionHost.Secret,
            ["Shutdown:Drain"] = "00:00:00",
        });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        builder.AddGateway();
        var app = builder.Build();
        app.UseGateway();
        app.MapProbes();
        app.MapGateway();
        await app.StartAsync();
        return new(app, folder);
    }

    public HttpClient Client(string token) => new HttpClient { BaseAddress = new(app.Urls.Single()) }.As(token);

    public Task<HttpResponseMessage> CallAsync(string token) => Client(token).GetAsync("/api/v1/session");

    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await app.StopAsync(now.Token);
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}

/// <summary>Where a session service listens.</summary>
internal sealed record Doors(string Http, string Grpc);
