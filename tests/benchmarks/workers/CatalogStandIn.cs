using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Streamix.Media.Contracts.Assets;
using Streamix.ServiceDefaults.Http;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Workers;

/// <summary>The one route of media-catalog that transcoders call.</summary>
internal static class CatalogStandIn
{
    public static async Task<WebApplication> StartAsync(Func<Guid, AssetSource> source)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{FreePorts.Take()}");
        var app = builder.Build();
        app.MapGet("/internal/assets/{id:guid}/source", (Guid id) => Results.Json(source(id), JsonDefaults.Options));
        await app.StartAsync();
        return app;
    }
}
