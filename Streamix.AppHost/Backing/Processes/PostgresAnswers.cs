using Npgsql;

namespace Streamix.AppHost.Backing.Processes;

internal sealed class PostgresAnswers : EngineCheck
{
    public override async Task AskAsync(string connectionString, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Database=postgres;Pooling=false;Timeout=3");
        await connection.OpenAsync(ct);
        await using var select = new NpgsqlCommand("SELECT 1", connection);
        await select.ExecuteScalarAsync(ct);
    }
}
