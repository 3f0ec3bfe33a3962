using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Media.Catalog.Data;
using Streamix.ServiceDefaults.Auth;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Media.Tests.Catalog;

/// <summary>The service in this process, on a database of its own. Its workers sleep: tests call them.</summary>
public sealed class CatalogHost : WebApplicationFactory<CatalogDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;
    private string _database = "";
    private string _objects = "";

    internal string? Bus { get; init; }

    /// <summary>An existing database, for a second replica on it.</summary>
    internal string? Database { get => _database; init => _database = value ?? ""; }

    internal Dictionary<string, string> Settings { get; init; } = [];

    internal Action<IServiceCollection>? Replace { get; init; }

    internal MovingTime Time { get; init; } = new();

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    public async Task InitializeAsync()
    {
        _objects = await ObjectServer.SharedAsync();
        if (_database.Length > 0)
            return;
        _database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("catalog");
        var options = new DbContextOptionsBuilder<CatalogDb>();
        options.UseNpgsql(_database).UseServiceConventions();
        await using var db = new CatalogDb(options.Options);
        await db.Database.MigrateAsync();
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

    /// <summary>Somebody with the role of editors.</summary>
    internal HttpClient Editor(Guid? account = null) => CreateClient().As(Tokens.User(account, Roles.Editor));

    /// <summary>A user without any role.</summary>
    internal HttpClient User(Guid? account = null, Guid? profile = null) =>
        CreateClient().As(Tokens.User(new UserClaims { Account = account ?? Guid.CreateVersion7(), Profile = profile }));

    internal HttpClient Service(string name) => CreateClient().AsService(Tokens.Service(name));

    internal async Task<T> QueryAsync<T>(Func<CatalogDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<CatalogDb>());
    }

    /// <summary>Something in one transaction, as a handler of an event does it.</summary>
    internal async Task InScopeAsync<T>(Func<T, Task> work) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<CatalogDb>();
        await db.InTransactionAsync(async token =>
        {
            await work(scope.ServiceProvider.GetRequiredService<T>());
            await db.SaveChangesAsync(token);
        });
    }

    /// <summary>The events of a subject that were staged, oldest first: without a bus they stay in the outbox.</summary>
    internal Task<List<(string Type, JsonElement Body)>> EventsAsync(Guid subject, string type = "media.title.") => QueryAsync(async db =>
    {
        var (name, like) = (subject.ToString(), type + "%");
        var rows = await db.Database.SqlQuery<string>($"""
            SELECT type || ' ' || convert_from(body, 'UTF8') AS "Value" FROM outbox WHERE subject = {name} AND type LIKE {like} ORDER BY position
            """).ToListAsync();
        return rows.ConvertAll(r => (r[..r.IndexOf(' ')], JsonDocument.Parse(r[(r.IndexOf(' ') + 1)..]).RootElement));
    });

    internal async Task PublishAsync<T>(T @event, string subject) where T : IEvent
    {
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<IEventPublisher>().Publish(@event, subject);
        await scope.ServiceProvider.GetRequiredService<CatalogDb>().SaveChangesAsync();
    }

    internal static async Task<JsonElement> JsonAsync(HttpResponseMessage response)
    {
        response.IsSuccessStatusCode.ShouldBeTrue(await response.Content.ReadAsStringAsync());
        return await response.Content.ReadFromJsonAsync<JsonElement>();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:media-catalog-db", _database);
        builder.UseSetting("ConnectionStrings:objects", _objects);
        builder.UseSetting("Catalog:Publishing:Interval", "1.00:00:00");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            Replace?.Invoke(services);
        });
    }
}
