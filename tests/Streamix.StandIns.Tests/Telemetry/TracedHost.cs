using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Streamix.Testing;

namespace Streamix.StandIns.Tests.Telemetry;

/// <summary>A small service on Kestrel with telemetry into memory.</summary>
internal sealed class TracedHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TracedHost(WebApplication app, Collected<Activity> spans)
    {
        (_app, Spans) = (app, spans);
        Http = new() { BaseAddress = new(app.Urls.First()) };
    }

    public HttpClient Http { get; }

    public Collected<Activity> Spans { get; }

    public IServiceProvider Services => _app.Services;

    public static async Task<TracedHost> StartAsync(
        Action<TracerProviderBuilder> tracing, Action<WebApplication> map, Action<IServiceCollection>? services = null)
    {
        var spans = new Collected<Activity>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddOpenTelemetry().WithTracing(tracer =>
        {
            tracing(tracer);
            tracer.AddProcessor(new SimpleActivityExportProcessor(spans));
        });
        services?.Invoke(builder.Services);
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        return new(app, spans);
    }

    /// <summary>The span of this host whose path is <paramref name="path"/>; it ends a moment after its response.</summary>
    public async Task<Activity> SpanAsync(string path)
    {
        Activity? Find() => Spans.Items.FirstOrDefault(span => span.Kind == ActivityKind.Server && path.Equals(span.GetTagItem("url.path"))
            && Http.BaseAddress!.Port.Equals(span.GetTagItem("server.port")));
        await Until.TrueAsync(() => Find() is not null, $"a span of {path}");
        return Find()!;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
    }
}
