using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Searchable;

/// <summary>Gives discovery-indexer the token it calls the catalog with.</summary>
internal static class Issuer
{
    public static async Task<(WebApplication App, string Endpoint)> StartAsync(TestTokens tokens)
    {
        var address = $"http://127.0.0.1:{FreePorts.Take()}";
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        var app = builder.Build();
        app.MapPost("/tokens", () => Results.Json(new { access_token = tokens.Service("discovery-indexer"), expires_in = 600 }));
        await app.StartAsync();
        return (app, $"{address}/tokens");
    }
}
