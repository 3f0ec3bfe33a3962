using Npgsql;

namespace Streamix.Testing.Engines;

/// <summary>A private PostgreSQL. Each test class takes a database of its own.</summary>
public sealed class PostgresServer : IAsyncDisposable
{
    private static readonly Shared<PostgresServer> Once = new(StartAsync);
    private readonly EngineProcess _process;
    private readonly int _port;
    private int _databases;

    private PostgresServer(EngineProcess process, int port) => (_process, _port) = (process, port);

    /// <summary>The connection string of the superuser.</summary>
    public string AdminConnectionString => ConnectionString("postgres");

    /// <summary>The server that this test process shares.</summary>
    public static Task<PostgresServer> SharedAsync() => Once.Task;

    /// <summary>A server of one's own, for tests that kill it.</summary>
    public static async Task<PostgresServer> StartAsync()
    {
        var port = FreePorts.Take();
        var server = new PostgresServer(EngineProcess.Start("postgres", port, ("POSTGRES_PASSWORD", "test"), ("POSTGRES_SHARED_BUFFERS", "128MB"), ("POSTGRES_MAX_CONNECTIONS", "1000")), port);
        await server.ReadyAsync();
        await server.InstallExtensionsAsync();
        return server;
    }

    /// <summary>Creates an empty database and answers its connection string.</summary>
    public async Task<string> CreateDatabaseAsync(string? prefix = null)
    {
        var name = $"{prefix ?? "test"}_{Interlocked.Increment(ref _databases)}_{Guid.NewGuid():n}";
        await using var admin = NpgsqlDataSource.Create(AdminConnectionString + ";Pooling=false");
        await using var create = admin.CreateCommand($"CREATE DATABASE \"{name}\"");
        await create.ExecuteNonQueryAsync();
        return ConnectionString(name);
    }

    /// <summary>kill -9, then waits until the restarted server answers.</summary>
    public async Task KillAndRestartAsync()
    {
        await _process.KillAsync();
        await ReadyAsync();
    }

    /// <summary>kill -9 of the postmaster; the server comes back by itself within seconds.</summary>
    public Task KillAsync() => _process.KillAsync();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _process.DisposeAsync();

    private string ConnectionString(string database) =>
        $"Host=127.0.0.1;Port={_port};Username=postgres;Password=test;Database={database};Include Error Detail=true;Connection Idle Lifetime=5;Connection Pruning Interval=2";

    /// <summary>What the migrator gives every database.</summary>
    private async Task InstallExtensionsAsync()
    {
        await using var template = NpgsqlDataSource.Create(ConnectionString("template1") + ";Pooling=false");
        await using var create = template.CreateCommand("CREATE EXTENSION citext; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent");
        await create.ExecuteNonQueryAsync();
    }

    private Task ReadyAsync() => _process.ReadyAsync(async () =>
    {
        await using var source = NpgsqlDataSource.Create(AdminConnectionString + ";Timeout=2;Pooling=false");
        await using var select = source.CreateCommand("SELECT 1");
        return await select.ExecuteScalarAsync() is 1;
    });
}
