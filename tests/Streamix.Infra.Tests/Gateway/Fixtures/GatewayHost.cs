using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Infra.Gateway;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.ServiceDefaults;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>The real gateway on a port of its own, with a route folder of its own.</summary>
internal sealed class GatewayHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly HttpClientHandler _handler = new() { AllowAutoRedirect = false, UseCookies = false, UseProxy = false };

    private GatewayHost(WebApplication app, string folder, LiveSettings settings)
    {
        (_app, Folder, Settings) = (app, folder, settings);
        Client = new HttpClient(_handler) { BaseAddress = Address };
    }

    public string Folder { get; }

    public LiveSettings Settings { get; }

    public HttpClient Client { get; }

    public Uri Address => new(_app.Urls.Single());

    public IServiceProvider Services => _app.Services;

    public static async Task<GatewayHost> StartAsync(Action<GatewaySpec> describe)
    {
        var spec = new GatewaySpec();
        describe(spec);
        var root = Directory.CreateTempSubdirectory("gateway").FullName;
        var folder = Directory.CreateDirectory(Path.Combine(root, "Routes")).FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "test.json"), spec.Routes);
        var app = Build(root, spec, out var settings);
        await app.StartAsync();
        return new GatewayHost(app, folder, settings);
    }

    public HttpClient ClientOf(string token)
    {
        var client = new HttpClient(_handler, disposeHandler: false) { BaseAddress = Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    public HttpClient SignedIn(params string[] roles) => ClientOf(TokenIssuer.Shared.Issue(roles: roles));

    public Task WriteRoutesAsync(string json) => File.WriteAllTextAsync(Path.Combine(Folder, "test.json"), json);

    public T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    public RouteCatalogue Catalogue => Get<CatalogueStore>().Current;

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        _handler.Dispose();
        using var now = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
        Directory.Delete(Path.GetDirectoryName(Folder)!, recursive: true);
    }

    private static WebApplication Build(string root, GatewaySpec spec, out LiveSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = "Streamix.Infra.Gateway",
            ContentRootPath = root,
            EnvironmentName = spec.Environment,
        });
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(spec.Settings);
        settings = new LiveSettings();
        ((IConfigurationBuilder)builder.Configuration).Add(settings);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        builder.AddGateway();
        spec.Services?.Invoke(builder.Services);
        var app = builder.Build();
        app.UseGateway();
        app.MapProbes();
        app.MapGateway();
        return app;
    }
}
