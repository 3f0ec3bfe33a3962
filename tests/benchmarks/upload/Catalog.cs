using Microsoft.EntityFrameworkCore;
using Streamix.Benchmarks.Enumeration;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Upload;

/// <summary>media-catalog as it runs in production, on a PostgreSQL of its own.</summary>
internal sealed class Catalog(PostgresServer postgres, ServiceProcess service, TestTokens tokens) : IAsyncDisposable
{
    public HttpClient Editor { get; } = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service.Address }.As(tokens.User(null, "editor"));

    public static async Task<Catalog> StartAsync(string objects)
    {
        var (postgres, tokens) = (await PostgresServer.StartAsync(), new TestTokens());
        var database = await postgres.CreateDatabaseAsync("catalog");
        var options = new DbContextOptionsBuilder<CatalogDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using (var db = new CatalogDb(options.Options)) await db.Database.MigrateAsync();
        var service = await ServiceProcess.StartAsync("Streamix.Media.Catalog.dll", new()
        {
            ["OTEL_SERVICE_NAME"] = "media-catalog",
            ["ConnectionStrings__media-catalog-db"] = database,
            ["ConnectionStrings__objects"] = objects,
            ["Auth__Jwks"] = tokens.Jwks,
            ["RateLimits__PerCallerBurst"] = "100000",
        });
        return new(postgres, service, tokens);
    }

    public async ValueTask DisposeAsync()
    {
        Editor.Dispose();
        await service.DisposeAsync();
        await postgres.DisposeAsync();
        tokens.Dispose();
    }
}
