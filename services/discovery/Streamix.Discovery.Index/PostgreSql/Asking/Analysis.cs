using Npgsql;
using NpgsqlTypes;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>Reads what somebody typed, with the index's own eyes: its words, which of them titles have, and what the others may have been meant to be.</summary>
internal static class Analysis
{
    private const int MostWords = 12;
    private const int LongEnoughForTrigrams = 6;

    private const string Tokens = """
        SELECT w.lexeme, w.positions::int[], ts_lexize(@stemmer::regdictionary, w.lexeme),
            EXISTS (SELECT FROM terms t WHERE t.term = w.lexeme COLLATE "C"),
            EXISTS (SELECT FROM terms t WHERE t.term > w.lexeme COLLATE "C" AND t.term < (w.lexeme || chr(1114111)) COLLATE "C"),
            ARRAY(SELECT t.term FROM terms t WHERE search_index.edits(t.term) && search_index.edits(w.lexeme) AND t.term <> w.lexeme COLLATE "C" ORDER BY t.weight DESC, t.term LIMIT 60)
        FROM unnest(to_tsvector('search_index.plain', normalize(@words, NFKC))) w
        """;

    private const string SynonymsOf = """
        SELECT s.phrase, array_agg(o.phrase ORDER BY o.ordinal) FROM search_index.synonyms s JOIN search_index.synonyms o USING (family)
        WHERE strpos(' ' || search_index.fold(@words) || ' ', ' ' || s.phrase || ' ') > 0 AND o.phrase <> s.phrase
        GROUP BY s.phrase ORDER BY length(s.phrase) DESC
        """;

    private const string Head = "SELECT head FROM search_index.generations WHERE state = 'live'";

    private const string Similar = "SELECT term FROM terms WHERE term % @word ORDER BY similarity(term, @word) DESC, weight DESC LIMIT 20";

    /// <summary>Points the session to the live generation on its way.</summary>
    public static async Task<TextQuery?> ReadAsync(NpgsqlConnection connection, string text, string language, CancellationToken cancellationToken)
    {
        var words = Words.Of(text);
        await using NpgsqlBatch batch = new(connection);
        batch.BatchCommands.Add(new("SELECT search_index.use_live()"));
        batch.BatchCommands.Add(new(Tokens));
        batch.BatchCommands.Add(new(SynonymsOf));
        batch.BatchCommands.Add(new(Head));
        batch.BatchCommands[1].Parameters.With("words", words).With("stemmer", TextConfigurations.StemmerOf(language));
        batch.BatchCommands[2].Parameters.With("words", words);
        SortedDictionary<int, Token> tokens = [];
        List<Synonym> synonyms = [];
        double? head = null;
        await using (var reader = await batch.ExecuteReaderAsync(cancellationToken))
        {
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
            {
                var token = await ReadAsync(reader, cancellationToken);
                foreach (var position in await reader.GetFieldValueAsync<int[]>(1, cancellationToken))
                    tokens[position] = token;
            }
            await reader.NextResultAsync(cancellationToken);
            while (await reader.ReadAsync(cancellationToken))
                synonyms.Add(new(reader.GetString(0).Split(' '), [.. (await reader.GetFieldValueAsync<string[]>(1, cancellationToken)).Select(p => p.Split(' '))]));
            await reader.NextResultAsync(cancellationToken);
            if (await reader.ReadAsync(cancellationToken) && !await reader.IsDBNullAsync(0, cancellationToken))
                head = reader.GetDouble(0);
        }
        return tokens.Count == 0 ? null : new TextQuery(await CorrectAsync(connection, [.. tokens.Values.Take(MostWords)], cancellationToken), synonyms) { Head = head };
    }

    private static async Task<Token> ReadAsync(NpgsqlDataReader row, CancellationToken cancellationToken)
    {
        var lexeme = row.GetString(0);
        var stems = await row.IsDBNullAsync(2, cancellationToken) ? null : await row.GetFieldValueAsync<string[]>(2, cancellationToken);
        return new(lexeme, stems, row.GetBoolean(3), row.GetBoolean(4), EditDistance.Nearest(lexeme, await row.GetFieldValueAsync<string[]>(5, cancellationToken)));
    }

    /// <summary>Two slips in one word share no word with a letter less; long words then still share most of their trigrams.</summary>
    private static async Task<IReadOnlyList<Token>> CorrectAsync(NpgsqlConnection connection, Token[] tokens, CancellationToken cancellationToken)
    {
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i] is not { Known: false, Begins: false, Near.Count: 0, Lexeme.Length: >= LongEnoughForTrigrams } token)
                continue;
            await using NpgsqlCommand similar = new(Similar, connection);
            similar.Parameters.With("word", NpgsqlDbType.Text, token.Lexeme);
            await using var reader = await similar.ExecuteReaderAsync(cancellationToken);
            List<string> found = [];
            while (await reader.ReadAsync(cancellationToken))
                found.Add(reader.GetString(0));
            tokens[i] = token with { Near = EditDistance.Nearest(token.Lexeme, found) };
        }
        return tokens;
    }
}
