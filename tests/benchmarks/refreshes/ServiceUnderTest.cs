using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streamix.Auth.Session.Data;
using Streamix.Auth.Session.Families;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;

namespace Streamix.Benchmarks.Refreshes;

/// <summary>auth-session on Kestrel, with a Redis and a PostgreSQL of its own.</summary>
internal sealed class ServiceUnderTest(string database, RedisServer redis, Uri address) : WebApplicationFactory<SessionDb>
{
    public string Redis => redis.ConnectionString;

    public Uri Address => address;

    public static async Task<ServiceUnderTest> StartAsync()
    {
        var database = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync("session");
        var options = new DbContextOptionsBuilder<SessionDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using (var db = new SessionDb(options.Options))
            await db.Database.MigrateAsync();

        var port = FreePorts.Take();
        var service = new ServiceUnderTest(database, await RedisServer.StartDurableAsync(), new($"http://localhost:{port}"));
        service.UseKestrel(port);
        service.StartServer();
        return service;
    }

    /// <summary>Opens sessions and answers their first refresh tokens.</summary>
    public async Task<RefreshToken[]> OpenAsync(int count)
    {
        var door = Services.GetRequiredService<SessionDoor>();
        var now = DateTimeOffset.UtcNow;
        var opened = await Task.WhenAll(Enumerable.Range(0, count).Select(_ => door.OpenAsync(new()
        {
            Key = Guid.NewGuid().ToString(), AccountId = Guid.CreateVersion7(), Acr = "aal1", Method = "password", Persistent = true,
            AuthenticatedAt = now, ProvenAt = now, Client = new("Benchmark", "Benchmark", "203.0.113.7", "DE", "Berlin"),
        })));
        return [.. opened.Select(o => o.Token!)];
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await redis.DisposeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseContentRoot(AppContext.BaseDirectory);
        builder.UseSetting("ConnectionStrings:auth-session-db", database);
        builder.UseSetting("ConnectionStrings:sessions", Redis);
        builder.UseSetting("Session:KeyEncryptionSecret", new string('b', 40));
        builder.UseSetting("Session:Grace", "00:00:00.001");
        builder.UseSetting("Session:RotationsPerGrace", "1000");
        builder.UseSetting("RateLimits:PerCallerBurst", "10000000");
        builder.UseSetting("RateLimits:PerCallerPerSecond", "10000000");
        builder.UseSetting("Shutdown:Drain", "00:00:00");
        builder.ConfigureLogging(logging => logging.ClearProviders());
    }
}
