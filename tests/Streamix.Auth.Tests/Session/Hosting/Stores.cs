using Microsoft.EntityFrameworkCore;
using Streamix.Auth.Session.Data;
using Streamix.ServiceDefaults.Data;
using Streamix.Testing.Engines;

namespace Streamix.Auth.Tests.Session.Hosting;

/// <summary>What replicas share: a database, a part of a Redis, a secret, perhaps a bus.</summary>
public sealed record Stores(string Database, string Redis, string Prefix, string Secret)
{
    public string? Bus { get; init; }

    public static async Task<Stores> CreateAsync(RedisServer? redis = null, bool bus = false)
    {
        var server = await PostgresServer.SharedAsync();
        var database = await server.CreateDatabaseAsync("session");
        var options = new DbContextOptionsBuilder<SessionDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = new SessionDb(options.Options);
        await db.Database.MigrateAsync();
        redis ??= await RedisServer.SharedAsync();
        return new(database, redis.ConnectionString, RedisServer.CreatePrefix(), $"{Guid.NewGuid():n}{Guid.NewGuid():n}")
        {
            Bus = bus ? await (await RabbitServer.SharedAsync()).CreateVhostAsync() : null,
        };
    }
}
