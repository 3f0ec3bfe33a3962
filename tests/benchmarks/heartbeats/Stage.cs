using Microsoft.EntityFrameworkCore;
using Npgsql;
using Streamix.Benchmarks.Starts;
using Streamix.ServiceDefaults.Data;
using Streamix.Streaming.WatchHistory.Data;
using Streamix.Testing.Engines;
using Streamix.Testing.Tokens;

namespace Streamix.Benchmarks.Heartbeats;

/// <summary>streaming-watch-history on a PostgreSQL of its own, and room for the reference beside it.</summary>
internal sealed class Stage(PostgresServer postgres, Service service, TestTokens tokens, string database, string other) : IAsyncDisposable
{
    public Service Service => service;

    public TestTokens Tokens => tokens;

    /// <summary>An empty database with the same tables on the same server.</summary>
    public string Other => other;

    public static async Task<Stage> StartAsync()
    {
        var (postgres, tokens) = (await PostgresServer.StartAsync(), new TestTokens());
        var (database, other) = (await MigratedAsync(postgres), await MigratedAsync(postgres));
        var service = await Service.StartAsync("Streamix.Streaming.WatchHistory.dll", "streaming-watch-history", new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["ConnectionStrings__streaming-watch-history-db"] = database, ["Auth__Jwks"] = tokens.Jwks,
            ["RateLimits__PerCallerPerSecond"] = "1000000", ["RateLimits__PerCallerBurst"] = "1000000",
        });
        return new(postgres, service, tokens, database, other);
    }

    /// <summary>kill -9 of both at the same moment, while positions come in; then the database comes back.</summary>
    public async Task KillAsync()
    {
        var back = postgres.KillAndRestartAsync();
        await service.KillAsync();
        await back;
        NpgsqlConnection.ClearAllPools();
    }

    /// <summary>What the database has of each profile and title.</summary>
    public async Task<Dictionary<(Guid Profile, Guid Title), double>> ReadAsync()
    {
        await using var source = NpgsqlDataSource.Create(database);
        await using var select = source.CreateCommand("SELECT profile_id, title_id, seconds FROM positions");
        await using var rows = await select.ExecuteReaderAsync();
        Dictionary<(Guid, Guid), double> kept = [];
        while (await rows.ReadAsync())
            kept[(rows.GetGuid(0), rows.GetGuid(1))] = rows.GetDouble(2);
        return kept;
    }

    public async ValueTask DisposeAsync()
    {
        await service.DisposeAsync();
        await postgres.DisposeAsync();
        tokens.Dispose();
    }

    private static async Task<string> MigratedAsync(PostgresServer postgres)
    {
        var database = await postgres.CreateDatabaseAsync("history");
        var options = new DbContextOptionsBuilder<HistoryDb>();
        options.UseNpgsql(database).UseServiceConventions();
        await using var db = new HistoryDb(options.Options);
        await db.Database.MigrateAsync();
        return database;
    }
}
