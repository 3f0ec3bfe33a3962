using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.PostgreSql.Schema;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>Phrases that mean the same; they serve all generations.</summary>
internal static class Synonyms
{
    private const string Insert = """
        INSERT INTO search_index.synonyms (phrase, family, ordinal, written)
        SELECT search_index.fold(s.words), s.family, s.ordinal, s.written FROM unnest(@words, @written, @families, @ordinals) AS s(words, written, family, ordinal)
        WHERE s.words <> '' ON CONFLICT DO NOTHING
        """;

    public static async Task<IReadOnlyList<IReadOnlyList<string>>> ReadAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using NpgsqlCommand read = new("SELECT array_agg(written ORDER BY ordinal) FROM search_index.synonyms GROUP BY family ORDER BY family", connection);
        await using var reader = await read.ExecuteReaderAsync(cancellationToken);
        List<IReadOnlyList<string>> groups = [];
        while (await reader.ReadAsync(cancellationToken))
            groups.Add(await reader.GetFieldValueAsync<string[]>(0, cancellationToken));
        return groups;
    }

    public static async Task ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<IReadOnlyList<string>> groups, CancellationToken cancellationToken)
    {
        var rows = groups.SelectMany((group, family) => group.Select((written, ordinal) => (written, family, ordinal))).ToArray();
        await using var transaction = await connection.BeginTransactionAsync(cancellationToken);
        await Generations.LockAllAsync(connection, cancellationToken);
        await using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new("DELETE FROM search_index.synonyms"));
        batch.BatchCommands.Add(new(Insert));
        batch.BatchCommands[1].Parameters
            .With("words", rows.Select(r => Words.Of(r.written))).With("written", rows.Select(r => r.written))
            .With("families", NpgsqlDbType.Array | NpgsqlDbType.Integer, rows.Select(r => r.family).ToArray())
            .With("ordinals", NpgsqlDbType.Array | NpgsqlDbType.Integer, rows.Select(r => r.ordinal).ToArray());
        await batch.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
