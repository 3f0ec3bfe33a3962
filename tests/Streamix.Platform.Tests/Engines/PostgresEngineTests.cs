using Npgsql;
using Streamix.Testing.Engines;
using Xunit;

namespace Streamix.Platform.Tests.Engines;

public sealed class PostgresEngineTests
{
    /// <summary>As after a reboot, when another program of ours has got the id that PostgreSQL had.</summary>
    [Theory]
    [InlineData("the test's own")]
    [InlineData("")]
    public async Task Postgres_LeftBehindFileNamesNoPostgres_StartsAgain(string owner)
    {
        var port = FreePorts.Take();
        await using var engine = EngineProcess.Start("postgres", port, ("POSTGRES_PASSWORD", "test"), ("POSTGRES_SHARED_BUFFERS", "16MB"));
        await engine.ReadyAsync(() => AnswersAsync(port));
        var file = Path.Combine(engine.Folder, "data", "postmaster.pid");
        var lines = await File.ReadAllLinesAsync(file);
        lines[0] = $"{Environment.ProcessId}";
        await File.WriteAllTextAsync(file, owner.Length > 0 ? string.Join('\n', lines) + "\n" : "");

        await engine.KillAsync();

        await engine.ReadyAsync(() => AnswersAsync(port));
    }

    private static async Task<bool> AnswersAsync(int port)
    {
        await using var source = NpgsqlDataSource.Create($"Host=127.0.0.1;Port={port};Username=postgres;Password=test;Database=postgres;Timeout=2;Pooling=false");
        await using var select = source.CreateCommand("SELECT 1");
        return await select.ExecuteScalarAsync() is 1;
    }
}
