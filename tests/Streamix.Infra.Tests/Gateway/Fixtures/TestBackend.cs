using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Streamix.Testing.Engines;

namespace Streamix.Infra.Tests.Gateway.Fixtures;

/// <summary>A real server that answers as told and remembers what it was asked.</summary>
internal sealed class TestBackend : IAsyncDisposable
{
    private readonly WebApplication _app;

    private TestBackend(WebApplication app) => _app = app;

    public RequestDelegate Answer { get; set; } = context => context.Response.WriteAsJsonAsync(new { ok = true });

    public ConcurrentQueue<Asked> Requests { get; } = [];

    public string Address => _app.Urls.Single();

    public Asked Last => Requests.Last();

    /// <summary>On a port that no other test gets, so that nobody answers in its place when it is down.</summary>
    public static async Task<TestBackend> StartAsync(RequestDelegate? answer = null, string? address = null)
    {
        address ??= $"http://127.0.0.1:{FreePorts.Take()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        builder.WebHost.ConfigureKestrel(k => (k.Limits.MaxRequestBodySize, k.RequestHeaderEncodingSelector, k.ResponseHeaderEncodingSelector) = (null, _ => Encoding.UTF8, _ => Encoding.UTF8));
        var app = builder.Build();
        app.UseWebSockets();
        var backend = new TestBackend(app);
        backend.Answer = answer ?? backend.Answer;
        app.Run(backend.HandleAsync);
        await app.StartAsync();
        return backend;
    }

    /// <summary>Ends it without a word to anybody.</summary>
    public async ValueTask DisposeAsync()
    {
        using var now = new CancellationTokenSource(TimeSpan.Zero);
        await _app.StopAsync(now.Token);
        await _app.DisposeAsync();
    }

    private async Task HandleAsync(HttpContext context)
    {
        var isHealth = context.Request.Path == "/health";
        if (!isHealth)
        {
            Requests.Enqueue(Asked.Of(context));
        }

        await Answer(context);
    }
}

internal sealed record Asked(string Method, string Path, string Query, Dictionary<string, string> Headers)
{
    public static Asked Of(HttpContext context) => new(
        context.Request.Method,
        context.Request.Path.Value ?? "",
        context.Request.QueryString.Value ?? "",
        context.Request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase));
}
