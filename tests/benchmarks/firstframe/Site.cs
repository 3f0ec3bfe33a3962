using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Streamix.Testing;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.FirstFrame;

/// <summary>The page with the players, on an origin of its own.</summary>
internal sealed class Site(WebApplication app, string origin) : IAsyncDisposable
{
    public string Origin => origin;

    public static async Task<Site> StartAsync()
    {
        var port = FreePorts.Take();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        var app = builder.Build();
        Serve(app, "/", "text/html", "tests", "benchmarks", "firstframe", "page", "index.html");
        Serve(app, "/press.mjs", "text/javascript", "tests", "benchmarks", "firstframe", "page", "press.mjs");
        Serve(app, "/shaka.js", "text/javascript", ".streamix", "tools", "node_modules", "shaka-player", "dist", "shaka-player.compiled.js");
        Serve(app, "/hls.js", "text/javascript", ".streamix", "tools", "node_modules", "hls.js", "dist", "hls.js");
        await app.StartAsync();
        return new(app, $"http://localhost:{port}"); // a secure context, as EME demands
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    private static void Serve(WebApplication app, string path, string type, params string[] file) => app.MapGet(path, () => Results.File(Repository.PathOf(file), type));
}
