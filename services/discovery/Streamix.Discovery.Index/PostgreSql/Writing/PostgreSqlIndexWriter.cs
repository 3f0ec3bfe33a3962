using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.PostgreSql.Schema;
using Streamix.Discovery.Index.Writing;

namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>
/// Generations are schemas beside each other; a table says which is live. Writers of a generation queue at its row there, which also is what a switch
/// waits for: nothing is written into one and missed by the other.
/// </summary>
internal sealed class PostgreSqlIndexWriter(SearchDatabase database) : IIndexWriter
{
    public Task PrepareAsync(CancellationToken cancellationToken) => database.UseAsync(async connection =>
    {
        await Generations.PrepareAsync(connection, cancellationToken);
        return true;
    }, cancellationToken);

    public Task<IReadOnlyList<IndexGeneration>> GenerationsAsync(CancellationToken cancellationToken) =>
        database.UseAsync(connection => Generations.ListAsync(connection, cancellationToken), cancellationToken);

    public Task<IndexGeneration> CreateAsync(CancellationToken cancellationToken) =>
        database.UseAsync(connection => Generations.CreateAsync(connection, cancellationToken), cancellationToken);

    public Task SwitchAsync(string generation, CancellationToken cancellationToken) => database.UseAsync(async connection =>
    {
        await Generations.SwitchAsync(connection, GenerationName.Number(generation), cancellationToken);
        return true;
    }, cancellationToken);

    public Task DropAsync(string generation, CancellationToken cancellationToken) => database.UseAsync(async connection =>
    {
        await Generations.DropAsync(connection, GenerationName.Number(generation), cancellationToken);
        return true;
    }, cancellationToken);

    public Task<int> WriteAsync(IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken) =>
        database.UseAsync(connection => WriteAsync(connection, null, changes, cancellationToken), cancellationToken);

    public Task<int> WriteAsync(string generation, IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken) =>
        database.UseAsync(connection => WriteAsync(connection, GenerationName.Number(generation), changes, cancellationToken), cancellationToken);

    public Task<IReadOnlyList<IndexEntry>> ListAsync(Guid? after, int limit, CancellationToken cancellationToken) => database.UseAsync(async connection =>
    {
        await using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new("SELECT search_index.use_live()"));
        batch.BatchCommands.Add(new("SELECT id, revision FROM titles WHERE published AND (@after IS NULL OR id > @after) ORDER BY id LIMIT @limit"));
        batch.BatchCommands[1].Parameters.With("after", NpgsqlDbType.Uuid, after).With("limit", NpgsqlDbType.Integer, limit);
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        await reader.NextResultAsync(cancellationToken);
        List<IndexEntry> entries = [];
        while (await reader.ReadAsync(cancellationToken))
            entries.Add(new(reader.GetGuid(0), reader.GetInt64(1)));
        return (IReadOnlyList<IndexEntry>)entries;
    }, cancellationToken);

    public Task<IReadOnlyList<IReadOnlyList<string>>> SynonymsAsync(CancellationToken cancellationToken) =>
        database.UseAsync(connection => Synonyms.ReadAsync(connection, cancellationToken), cancellationToken);

    public Task PutSynonymsAsync(IReadOnlyList<IReadOnlyList<string>> groups, CancellationToken cancellationToken) => database.UseAsync(async connection =>
    {
        await Synonyms.ReplaceAsync(connection, groups, cancellationToken);
        return true;
    }, cancellationToken);

    /// <param name="only">The generation; null for the live one and all that are built.</param>
    private static async Task<int> WriteAsync(NpgsqlConnection connection, int? only, IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken)
    {
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        var open = await Generations.LockOpenAsync(connection, only, cancellationToken);
        if (open.Count == 0)
            throw new GenerationGoneException(only is { } number ? GenerationName.Of(number) : "live");
        var taken = 0;
        foreach (var (number, live) in open)
        {
            var count = await PutAsync(connection, number, changes, cancellationToken);
            if (live || only is not null)
                taken = count;
        }
        await transaction.CommitAsync(cancellationToken);
        return taken;
    }

    private static async Task<int> PutAsync(NpgsqlConnection connection, int generation, IReadOnlyCollection<IndexChange> changes, CancellationToken cancellationToken)
    {
        await using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new("SELECT search_index.use_generation(@generation)"));
        batch.BatchCommands[0].Parameters.With("generation", NpgsqlDbType.Integer, generation);
        foreach (var change in changes)
            batch.BatchCommands.Add(TitleRow.Of(change));
        await using var reader = await batch.ExecuteReaderAsync(cancellationToken);
        var taken = 0;
        while (await reader.NextResultAsync(cancellationToken))
            taken += await reader.ReadAsync(cancellationToken) ? reader.GetInt32(0) : 0;
        return taken;
    }
}
