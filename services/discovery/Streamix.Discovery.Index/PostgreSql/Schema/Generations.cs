using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.PostgreSql.Writing;
using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Index.PostgreSql.Schema;

/// <summary>Making, filling and switching generations.</summary>
internal static class Generations
{
    private const string Turn = "SELECT pg_advisory_xact_lock(hashtext('search_index'))";

    /// <summary>Idempotent; replicas that start at once take turns.</summary>
    public static async Task PrepareAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using (var transaction = await connection.BeginTransactionAsync(cancellationToken))
        {
            foreach (var statement in (string[])[Turn, Ground.Tables, Ground.Functions, Ground.Configurations])
                await RunAsync(connection, statement, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await using var making = await connection.BeginTransactionAsync(cancellationToken);
        await LockAllAsync(connection, cancellationToken);
        if ((await ListAsync(connection, cancellationToken)).Any(g => g.State == GenerationState.Live))
            return;
        var number = await InsertAsync(connection, cancellationToken);
        foreach (var index in GenerationTables.Indexes)
            await RunAsync(connection, $"CREATE INDEX {index.Name} ON {index.On}", cancellationToken);
        await SetStateAsync(connection, number, "live", cancellationToken);
        await making.CommitAsync(cancellationToken);
    }

    public static Task LockAllAsync(NpgsqlConnection connection, CancellationToken cancellationToken) => RunAsync(connection, Turn, cancellationToken);

    public static async Task<IndexGeneration> CreateAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAllAsync(connection, cancellationToken);
        var number = await InsertAsync(connection, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (await ListAsync(connection, cancellationToken)).Single(g => g.Name == GenerationName.Of(number));
    }

    /// <summary>The indexes are made beside the writers; only the last step, which moves two rows, keeps them waiting.</summary>
    public static async Task SwitchAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await RequireAsync(connection, number, cancellationToken);
        await UseAsync(connection, number, cancellationToken);
        var head = await HeadAsync(connection, number, cancellationToken);
        foreach (var index in head is { } least ? GenerationTables.Indexes.Concat(GenerationTables.OfHead(least)) : GenerationTables.Indexes)
        {
            if (await IsInvalidAsync(connection, index.Name, cancellationToken))
                await RunAsync(connection, $"DROP INDEX {index.Name}", cancellationToken);
            await RunAsync(connection, $"CREATE INDEX CONCURRENTLY IF NOT EXISTS {index.Name} ON {index.On}", cancellationToken);
        }
        await RunAsync(connection, "ANALYZE titles, people, credits, terms", cancellationToken);

        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAllAsync(connection, cancellationToken);
        var open = await LockOpenAsync(connection, null, cancellationToken);
        if (!open.Exists(g => g.Number == number))
            throw new GenerationGoneException(GenerationName.Of(number));
        foreach (var live in open.Where(g => g.Live && g.Number != number))
            await SetStateAsync(connection, live.Number, "retired", cancellationToken);
        await SetStateAsync(connection, number, "live", cancellationToken);
        await transaction.CommitAsync(cancellationToken);

        var switched = (await ListAsync(connection, cancellationToken)).Where(g => g.State == GenerationState.Retired).Select(g => GenerationName.Number(g.Name));
        foreach (var old in switched.OrderDescending().Skip(1))
            await DropAsync(connection, old, cancellationToken);
    }

    public static async Task DropAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await LockAllAsync(connection, cancellationToken);
        await using NpgsqlCommand forget = new("DELETE FROM search_index.generations WHERE number = @number AND state <> 'live'", connection);
        forget.Parameters.With("number", NpgsqlDbType.Integer, number);
        if (await forget.ExecuteNonQueryAsync(cancellationToken) > 0)
            await RunAsync(connection, $"DROP SCHEMA IF EXISTS {GenerationName.Of(number)} CASCADE", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The generations to write to, locked until the transaction ends.</summary>
    public static async Task<List<(int Number, bool Live)>> LockOpenAsync(NpgsqlConnection connection, int? only, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand open = new(
            "SELECT number, state = 'live' FROM search_index.generations WHERE state IN ('live', 'building') AND (@only IS NULL OR number = @only) ORDER BY number FOR UPDATE", connection);
        open.Parameters.With("only", NpgsqlDbType.Integer, only);
        await using var reader = await open.ExecuteReaderAsync(cancellationToken);
        List<(int, bool)> found = [];
        while (await reader.ReadAsync(cancellationToken))
            found.Add((reader.GetInt32(0), reader.GetBoolean(1)));
        return found;
    }

    public static async Task<IReadOnlyList<IndexGeneration>> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        List<(int Number, GenerationState State, int Format, DateTimeOffset CreatedAt)> rows = [];
        await using (NpgsqlCommand list = new("SELECT number, state, format, created_at FROM search_index.generations ORDER BY number", connection))
        await using (var reader = await list.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
                rows.Add((reader.GetInt32(0), Enum.Parse<GenerationState>(reader.GetString(1), ignoreCase: true), reader.GetInt32(2), await reader.GetFieldValueAsync<DateTimeOffset>(3, cancellationToken)));
        }
        List<IndexGeneration> generations = [];
        foreach (var (number, state, format, createdAt) in rows)
            generations.Add(new(GenerationName.Of(number), state, format, await CountAsync(connection, number, cancellationToken), createdAt));
        return generations;
    }

    private static async Task<long> CountAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await UseAsync(connection, number, cancellationToken);
        await using NpgsqlCommand count = new("SELECT count(*) FROM titles WHERE published", connection);
        return (long)(await count.ExecuteScalarAsync(cancellationToken))!;
    }

    private static async Task<int> InsertAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand insert = new("INSERT INTO search_index.generations (format, state) VALUES (@format, 'building') RETURNING number", connection);
        insert.Parameters.With("format", NpgsqlDbType.Integer, IndexFormat.Current);
        var number = (int)(await insert.ExecuteScalarAsync(cancellationToken))!;
        await RunAsync(connection, $"CREATE SCHEMA {GenerationName.Of(number)}", cancellationToken);
        await UseAsync(connection, number, cancellationToken);
        await RunAsync(connection, GenerationTables.Tables, cancellationToken);
        return number;
    }

    private static async Task RequireAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand ask = new("SELECT 1 FROM search_index.generations WHERE number = @number AND state IN ('live', 'building')", connection);
        ask.Parameters.With("number", NpgsqlDbType.Integer, number);
        if (await ask.ExecuteScalarAsync(cancellationToken) is null)
            throw new GenerationGoneException(GenerationName.Of(number));
    }

    private static async Task UseAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand use = new("SELECT search_index.use_generation(@number)", connection);
        use.Parameters.With("number", NpgsqlDbType.Integer, number);
        await use.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Chosen once: a switch that is tried again goes on with the index it has begun.</summary>
    private static async Task<double?> HeadAsync(NpgsqlConnection connection, int number, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand choose = new(
            $"UPDATE search_index.generations SET head = coalesce(head, ({GenerationTables.Head})) WHERE number = @number RETURNING head", connection);
        choose.Parameters.With("number", NpgsqlDbType.Integer, number);
        return await choose.ExecuteScalarAsync(cancellationToken) as double?;
    }

    private static async Task SetStateAsync(NpgsqlConnection connection, int number, string state, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand set = new("UPDATE search_index.generations SET state = @state WHERE number = @number", connection);
        set.Parameters.With("number", NpgsqlDbType.Integer, number).With("state", state);
        await set.ExecuteNonQueryAsync(cancellationToken);
    }

    private static async Task<bool> IsInvalidAsync(NpgsqlConnection connection, string index, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand ask = new("SELECT 1 FROM pg_index i WHERE i.indexrelid = to_regclass(@index) AND NOT i.indisvalid", connection);
        ask.Parameters.With("index", index);
        return await ask.ExecuteScalarAsync(cancellationToken) is not null;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string statement, CancellationToken cancellationToken)
    {
#pragma warning disable CA2100 // constants of this folder and the names of generations, which are numbers
        await using NpgsqlCommand command = new(statement, connection) { CommandTimeout = (int)TimeSpan.FromMinutes(30).TotalSeconds };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
