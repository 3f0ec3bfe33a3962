using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Streamix.Infra.Migrator;

/// <summary>Brings every database up to date, one after the other; migrators that run at once take turns.</summary>
internal sealed class MigrationRun(DatabaseServer server, TextWriter output, TimeProvider time)
{
    private const long Turn = 0x73_74_72_65_61_6d_69_78; // "streamix"

    /// <summary>True when every database is up to date. One that fails does not keep the others from theirs.</summary>
    public async Task<bool> RunAsync(IReadOnlyList<ServiceDatabase> databases, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var began = time.GetTimestamp();
        try
        {
            await using var connection = await server.ConnectAsync("postgres", deadline, time, cancellationToken);
            await using var turn = new NpgsqlCommand("SELECT pg_advisory_lock(@turn)", connection) { CommandTimeout = (int)deadline.TotalSeconds };
            turn.Parameters.AddWithValue("turn", Turn);
            await turn.ExecuteNonQueryAsync(cancellationToken);

            var failed = 0;
            foreach (var database in databases)
                failed += await TryMigrateAsync(database, connection, deadline, cancellationToken) ? 0 : 1;
            await output.WriteLineAsync($"{databases.Count - failed} of {databases.Count} databases up to date in {Seconds(began)} s");
            return failed == 0;
        }
        catch (Exception error) when (error is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            await output.WriteLineAsync($"stopped: {error.Message}");
            return false;
        }
    }

    private async Task<bool> TryMigrateAsync(ServiceDatabase database, NpgsqlConnection connection, TimeSpan deadline, CancellationToken cancellationToken)
    {
        try
        {
            var began = time.GetTimestamp();
            var applied = await MigrateAsync(database, connection, deadline, cancellationToken);
            await output.WriteLineAsync(applied switch
            {
                0 => $"{database.Name}: up to date",
                1 => $"{database.Name}: 1 migration applied in {Seconds(began)} s",
                _ => $"{database.Name}: {applied} migrations applied in {Seconds(began)} s",
            });
            return true;
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            await output.WriteLineAsync($"{database.Name}: failed: {error.Message}");
            return false;
        }
    }

    private async Task<int> MigrateAsync(ServiceDatabase database, NpgsqlConnection connection, TimeSpan deadline, CancellationToken cancellationToken)
    {
        var setup = new DatabaseSetup(database);
        await setup.CreateAsync(connection, cancellationToken);
        var name = database.Address.Database!;
        await using (var inside = await server.ConnectAsync(name, deadline, time, cancellationToken))
            await setup.PrepareAsync(inside, cancellationToken);
        if (database.Context is not { } context)
            return 0;

        await using var db = context.Open(server.AddressOf(name));
        if (!db.Database.GetMigrations().Any())
            throw new InvalidOperationException($"{context.Class.Name} has no migrations.");
        var pending = (await db.Database.GetPendingMigrationsAsync(cancellationToken)).Count();
        if (pending > 0)
            await db.Database.MigrateAsync(cancellationToken);
        return pending;
    }

    private string Seconds(long began) => time.GetElapsedTime(began).TotalSeconds.ToString("0.0");
}
