using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.Dashboard.Grpc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Aspire.Hosting.Dashboard;

/// <summary>Serves the resource service to the dashboard over HTTP/2 on the loopback.</summary>
internal sealed class ResourceServiceHost(
    ResourceService service, IOptions<DashboardOptions> options, ILoggerFactory loggers, DistributedApplicationOptions application, DistributedApplicationExecutionContext execution) : IHostedService, IAsyncDisposable
{
    private const string KeyHeader = "x-resource-service-api-key";

    private readonly TaskCompletionSource<string> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private WebApplication? _app;

    public Task<string> AddressAsync(CancellationToken cancellationToken) => _address.Task.WaitAsync(cancellationToken);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (application.DisableDashboard || !execution.IsRunMode)
            return;
        var builder = QuietHost.CreateBuilder(loggers);
        builder.WebHost.ConfigureKestrel(Listen);
        _app = builder.Build();
        _app.Use(AdmitAsync);
        service.Map(_app);
        try
        {
            await _app.StartAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new DistributedApplicationException($"The resource service cannot listen on '{options.Value.ResourceServiceUrl}' (ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL): {e.Message}", e);
        }
        _address.SetResult(_app.Urls.First());
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_app is null)
            return;
        // Its streams never end by themselves.
        using var now = new CancellationTokenSource();
        await now.CancelAsync().ConfigureAwait(false);
        await _app.StopAsync(now.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public async ValueTask DisposeAsync()
    {
        if (_app is not null)
            await _app.DisposeAsync().ConfigureAwait(false);
    }

    private void Listen(KestrelServerOptions kestrel)
    {
        if (options.Value.ResourceServiceUrl is not { } url)
            kestrel.Listen(System.Net.IPAddress.Loopback, 0, Http2);
        else if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || !address.IsLoopback)
            throw new DistributedApplicationException($"ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL must contain a local loopback address, not '{url}'.");
        else
            kestrel.ListenLocalhost(address.Port, listen =>
            {
                Http2(listen);
                if (address.Scheme == "https")
                    listen.UseHttps();
            });
    }

    private static void Http2(ListenOptions listen) => listen.Protocols = HttpProtocols.Http2;

    private Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        if (options.Value.ResourceServiceApiKey is not { } key || Matches(context.Request.Headers[KeyHeader].ToString(), key))
            return next(context);
        GrpcRoutes.Refuse(context, GrpcStatus.Unauthenticated);
        return Task.CompletedTask;
    }

    private static bool Matches(string given, string key) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key));
}
