using Grpc.Net.Client;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Data;
using Streamix.Testing;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;
using V1 = Streamix.Streaming.Contracts.Rights.V1;

namespace Streamix.Streaming.Tests.Rights.Hosting;

/// <summary>One replica of streaming-rights in this process, beside a catalog from memory. Replicas share database, Redis, clock and catalog.</summary>
public sealed class RightsHost : WebApplicationFactory<RightsDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private TestTokens? _tokens;

    internal string Database { get; set; } = "";

    internal string? Redis { get; set; }

    internal string Prefix { get; init; } = RedisServer.CreatePrefix();

    internal string? Bus { get; init; }

    internal MovingTime Time { get; init; } = new(Some.Now);

    internal CatalogStandIn Catalog { get; init; } = new();

    internal Dictionary<string, string> Settings { get; init; } = new(StringComparer.Ordinal);

    internal TestTokens Tokens => _tokens ??= new(time: Time);

    /// <summary>Another replica.</summary>
    internal RightsHost Replica() => new() { Database = Database, Redis = Redis, Prefix = Prefix, Time = Time, Catalog = Catalog, Settings = Settings };

    public async Task InitializeAsync()
    {
        Redis ??= (await RedisServer.SharedAsync()).ConnectionString;
        if (Database.Length > 0)
            return;
        Database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("rights");
        var options = new DbContextOptionsBuilder<RightsDb>();
        options.UseNpgsql(Database).UseServiceConventions();
        await using var db = new RightsDb(options.Options);
        await db.Database.MigrateAsync();
    }

    Task IAsyncLifetime.DisposeAsync()
    {
        _tokens?.Dispose();
        return base.DisposeAsync().AsTask();
    }

    internal T Get<T>() where T : notnull => Services.GetRequiredService<T>();

    /// <summary>Of any thread: the factory's own list of clients is nobody's to write at the same time.</summary>
    internal new HttpClient CreateClient()
    {
        lock (_clients)
            return base.CreateClient();
    }

    internal HttpClient Admin(string role = "admin") => CreateClient().As(Tokens.User(new UserClaims { Roles = [role], Acr = "aal2" }));

    /// <summary>Calls as a service, perhaps for a user.</summary>
    internal V1.Rights.RightsClient Calls(string service = "streaming-playback-context", UserClaims? user = null)
    {
        var http = new HttpClient(Server.CreateHandler());
        http.AsService(Tokens.Service(service));
        if (user is not null)
            http.As(Tokens.User(user));
        return new(GrpcChannel.ForAddress(Server.BaseAddress, new() { HttpClient = http }));
    }

    internal Task ListeningAsync() => Until.TrueAsync(() => Get<FactListener>().IsListening, "changes of facts are heard");

    internal async Task<T> QueryAsync<T>(Func<RightsDb, Task<T>> query)
    {
        await using var scope = Services.CreateAsyncScope();
        return await query(scope.ServiceProvider.GetRequiredService<RightsDb>());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Testing");
        builder.UseSetting("ConnectionStrings:streaming-rights-db", Database);
        builder.UseSetting("ConnectionStrings:cache", Redis);
        builder.UseSetting("services:media-catalog:http:0", "http://catalog.test");
        builder.UseSetting("Auth:Jwks", Tokens.Jwks);
        builder.UseSetting("RateLimits:PerCallerBurst", "100000");
        builder.UseSetting("RateLimits:PerCallerPerSecond", "100000");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        builder.UseSetting("Messaging:UnroutedProbe", "00:00:00.3");
        builder.UseSetting("Rights:Prefix", Prefix);
        builder.UseSetting("Rights:Patience", "00:00:05");
        if (Bus is { } bus)
            builder.UseSetting("ConnectionStrings:bus", bus);
        foreach (var (key, value) in Settings)
            builder.UseSetting(key, value);
        builder.ConfigureLogging(logging => logging.ClearProviders());
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.AddHttpClient<DocumentsClient>().ConfigurePrimaryHttpMessageHandler(() => Catalog);
        });
    }
}
