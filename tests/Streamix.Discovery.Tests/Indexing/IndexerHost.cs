using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Streamix.Discovery.Index;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Indexer.Data;
using Streamix.Discovery.Indexer.Jobs;
using Streamix.Discovery.Tests.Engines;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Discovery.Tests.Indexing;

/// <summary>The indexer in this process, on an index of its own, beside a catalog from memory.</summary>
public sealed class IndexerHost : WebApplicationFactory<IndexerDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;

    internal string? Database { get; set; }

    internal string? Index { get; set; }

    internal string? Bus { get; init; }

    internal CatalogStandIn Catalog { get; init; } = new();

    internal Dictionary<string, string> Settings { get; init; } = [];

    internal TestTokens Tokens => _tokens ??= new();

    internal IIndexWriter Writer => Services.GetRequiredService<IIndexWriter>();

    internal HttpClient Admin => CreateClient().As(Tokens.User(null, Roles.Admin));

    public async Task InitializeAsync()
    {
        var server = await PostgresServer.SharedAsync();
        Database ??= await server.CreateDatabaseAsync("indexer");
        Index ??= await server.CreateDatabaseAsync("search");
        var options = new DbContextOptionsBuilder<IndexerDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new IndexerDb(options.Options);
        await db.Database.MigrateAsync();
        _ = Services;
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    internal async Task<string[]> TitlesAsync(string? text = null)
    {
        var page = await Services.GetRequiredService<ISearchEngine>().SearchAsync(new() { Text = text, Viewer = Library.Adult, Sort = SearchSort.Title, Limit = 100 }, default);
        return [.. page.Hits.Select(h => h.Document.OriginalTitle)];
    }

    internal async Task<T> QueryAsync<T>(Func<IndexerDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<IndexerDb>());
    }

    internal Task PreparedAsync() => Until.TrueAsync(async () => (await Writer.GenerationsAsync(default)).Count > 0, "there is an index");

    internal async Task<Guid> StartAsync(string what)
    {
        var answer = await Admin.PostAsJsonAsync($"/indexing/{what}", new { reason = "A test." });
        answer.StatusCode.ShouldBe(HttpStatusCode.Accepted, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }

    internal async Task<JsonElement> EndedAsync(Guid job)
    {
        JsonElement view = default;
        await Until.TrueAsync(async () =>
        {
            view = await Admin.GetFromJsonAsync<JsonElement>($"/indexing/jobs/{job}");
            return view.GetProperty("state").GetString() != "running";
        }, "the job ends");
        return view;
    }

    internal async Task<JsonElement> RunAsync(string what) => await EndedAsync(await StartAsync(what));

    internal async Task PublishAsync<T>(T @event) where T : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(@event, Guid.NewGuid().ToString("n"));
        await scope.ServiceProvider.GetRequiredService<IndexerDb>().SaveChangesAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:discovery-indexer-db", Database);
        builder.UseSetting("ConnectionStrings:search", Index);
        builder.UseSetting("services:media-catalog:http:0", "http://catalog.test");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "10000");
        builder.UseSetting("Indexer:Interval", "00:00:00.05");
        builder.UseSetting("Indexer:CheckEvery", "00:00:00");
        builder.UseSetting("Indexer:Batch", "3");
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services => services.AddHttpClient<DocumentsClient>().ConfigurePrimaryHttpMessageHandler(() => Catalog));
    }
}
