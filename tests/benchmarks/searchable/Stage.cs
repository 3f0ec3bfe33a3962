using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Streamix.Benchmarks.Enumeration;
using Streamix.Discovery.Indexer.Data;
using Streamix.Discovery.Search.Data;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Searchable;

/// <summary>The catalog, the indexer and the search on one PostgreSQL and one RabbitMQ, as in the graph.</summary>
internal sealed class Stage(IAsyncDisposable[] parts, CatalogService catalog, ServiceProcess indexer, ServiceProcess search, TestTokens tokens) : IAsyncDisposable
{
    public CatalogService Catalog => catalog;

    public HttpClient Indexer { get; } = Client(indexer).As(tokens.User(null, "admin"));

    public HttpClient Search { get; } = Client(search).As(tokens.User());

    public static async Task<Stage> StartAsync()
    {
        var (tokens, postgres, rabbit) = (new TestTokens(), await PostgresServer.StartAsync(), await RabbitServer.StartAsync());
        var issuer = await Issuer.StartAsync(tokens);
        Dictionary<string, string> common = new()
        {
            ["ConnectionStrings:bus"] = await rabbit.CreateVhostAsync(),
            ["ConnectionStrings:search"] = await postgres.CreateDatabaseAsync("search"),
            ["ConnectionStrings:objects"] = "Endpoint=http://127.0.0.1:1;AccessKey=none;SecretKey=none;Region=us-east-1",
            ["ConnectionStrings:media-catalog-db"] = await MigratedAsync<CatalogDb>(postgres, options => new CatalogDb(options)),
            ["ConnectionStrings:discovery-indexer-db"] = await MigratedAsync<IndexerDb>(postgres, options => new IndexerDb(options)),
            ["ConnectionStrings:discovery-search-db"] = await MigratedAsync<SearchDb>(postgres, options => new SearchDb(options)),
            ["Auth:Jwks"] = tokens.Jwks,
            ["Auth:TokenEndpoint"] = issuer.Endpoint,
            ["Auth:ClientSecret"] = "only for this run",
            ["RateLimits:PerCallerPerSecond"] = "100000",
            ["RateLimits:PerCallerBurst"] = "100000",
        };
        var catalog = CatalogService.Start(common, tokens);
        var indexer = await StartAsync("Streamix.Discovery.Indexer.dll", "discovery-indexer", new(common) { ["services:media-catalog:http:0"] = catalog.Address.ToString() });
        var search = await StartAsync("Streamix.Discovery.Search.dll", "discovery-search", common);
        return new([search, indexer, catalog, issuer.App, rabbit, postgres], catalog, indexer, search, tokens);
    }

    public async ValueTask DisposeAsync()
    {
        Indexer.Dispose();
        Search.Dispose();
        foreach (var part in parts) await part.DisposeAsync();
        tokens.Dispose();
    }

    private static Task<ServiceProcess> StartAsync(string assembly, string name, Dictionary<string, string> settings) => ServiceProcess.StartAsync(
        assembly, settings.Append(new("OTEL_SERVICE_NAME", name)).ToDictionary(setting => setting.Key.Replace(":", "__", StringComparison.Ordinal), setting => setting.Value));

    private static async Task<string> MigratedAsync<T>(PostgresServer postgres, Func<DbContextOptions<T>, T> open) where T : DbContext
    {
        var database = await postgres.CreateDatabaseAsync(typeof(T).Name.ToLowerInvariant());
        var options = new DbContextOptionsBuilder<T>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = open(options.Options);
        await db.Database.MigrateAsync();
        return database;
    }

    private static HttpClient Client(ServiceProcess service) => new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = service.Address };
}
