using Grpc.AspNetCore.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Streamix.StandIns.Tests.Grpc;

/// <summary>The echo service on Kestrel (HTTP/2 without TLS), and clients of it.</summary>
internal sealed class EchoHost : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly List<ServiceProvider> _clients = [];

    private EchoHost(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.First());

    public Journal Journal => _app.Services.GetRequiredService<Journal>();

    public static async Task<EchoHost> StartAsync(Action<GrpcServiceOptions>? grpc = null, Action<IServiceCollection>? services = null, Action<WebApplication>? map = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ConfigureEndpointDefaults(listen => listen.Protocols = HttpProtocols.Http2));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<Journal>().AddGrpc(options => grpc?.Invoke(options));
        services?.Invoke(builder.Services);
        var app = builder.Build();
        app.MapGrpcService<EchoService>();
        map?.Invoke(app);
        await app.StartAsync();
        return new(app);
    }

    public Echo.EchoClient Client(Action<IHttpClientBuilder>? configure = null, Action<IServiceCollection>? services = null, Uri? address = null)
    {
        var collection = new ServiceCollection().AddLogging();
        services?.Invoke(collection);
        var builder = collection.AddGrpcClient<Echo.EchoClient>(options => options.Address = address ?? Address);
        configure?.Invoke(builder);
        var provider = collection.BuildServiceProvider();
        _clients.Add(provider);
        return provider.GetRequiredService<Echo.EchoClient>();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var client in _clients)
            await client.DisposeAsync();
        await _app.DisposeAsync();
    }
}
