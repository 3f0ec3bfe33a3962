using Npgsql;
using Streamix.Testing;

namespace Streamix.Auth.Tests.Identity.Hosting;

/// <summary>What somebody else is about to commit: the rows it has touched are held until then.</summary>
internal sealed class OtherTransaction : IAsyncDisposable
{
    private readonly NpgsqlConnection _connection;
    private readonly NpgsqlTransaction _transaction;
    private readonly string _database;

    private OtherTransaction(string database, NpgsqlConnection connection, NpgsqlTransaction transaction) =>
        (_database, _connection, _transaction) = (database, connection, transaction);

    public static async Task<OtherTransaction> BeginAsync(IdentityHost host, string sql, params object[] values)
    {
        var connection = new NpgsqlConnection(host.Database);
        await connection.OpenAsync();
        var transaction = await connection.BeginTransactionAsync();
        await using var command = new NpgsqlCommand(sql, connection, transaction);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value });
        await command.ExecuteNonQueryAsync();
        return new(host.Database, connection, transaction);
    }

    /// <summary>Somebody has come and waits for it.</summary>
    public async Task WaitedForAsync()
    {
        await using var watch = new NpgsqlConnection(_database);
        await watch.OpenAsync();
        await using var waiting = new NpgsqlCommand("SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE $1 = ANY (pg_blocking_pids(pid)))", watch)
        {
            Parameters = { new() { Value = _connection.ProcessID } },
        };
        await Until.TrueAsync(async () => (bool)(await waiting.ExecuteScalarAsync())!, "somebody waits for the other transaction");
    }

    public Task CommitAsync() => _transaction.CommitAsync();

    public async ValueTask DisposeAsync()
    {
        await _transaction.DisposeAsync();
        await _connection.DisposeAsync();
    }
}
