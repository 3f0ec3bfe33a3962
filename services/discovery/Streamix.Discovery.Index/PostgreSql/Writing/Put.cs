namespace Streamix.Discovery.Index.PostgreSql.Writing;

/// <summary>One title into the generation the session points to; rows of a higher revision stay, and then nothing else changes either.</summary>
internal static class Put
{
    public const string Title = """
        WITH made AS MATERIALIZED (
            SELECT search_index.vector(@plain, @weights, @texts) AS plain, search_index.vector(@grammars, @grammar_weights, @grammar_texts) AS stems),
        changed AS (
            INSERT INTO titles AS t (id, revision, published, kind, format, year, released, popularity, sort_title, genres, tags, languages, captions, ages, labels,
                opens, closes, window_territories, window_opens, window_closes, title_keys, titles_vector, vector, document)
            SELECT @id, @revision, true, @kind, @format, @year, @released, @popularity, search_index.fold(@sort_title), @genres, @tags, @languages, @captions, @ages, @labels,
                @opens, @closes, @window_territories, @window_opens, @window_closes,
                ARRAY(SELECT DISTINCT search_index.fold(k) FROM unnest(@title_keys) k), ts_filter(made.plain || made.stems, '{a}'), made.plain || made.stems, @document
            FROM made
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, published = true, kind = excluded.kind, format = excluded.format, year = excluded.year,
                released = excluded.released, popularity = excluded.popularity, sort_title = excluded.sort_title, genres = excluded.genres, tags = excluded.tags,
                languages = excluded.languages, captions = excluded.captions, ages = excluded.ages, labels = excluded.labels, opens = excluded.opens, closes = excluded.closes,
                window_territories = excluded.window_territories, window_opens = excluded.window_opens, window_closes = excluded.window_closes,
                title_keys = excluded.title_keys, titles_vector = excluded.titles_vector, vector = excluded.vector, document = excluded.document
            WHERE t.revision <= excluded.revision
            RETURNING t.id, t.popularity),
        left_out AS (
            DELETE FROM credits c USING changed WHERE c.title_id = changed.id AND c.person_id <> ALL (@people)),
        named AS (
            INSERT INTO people AS p (person_id, name, key, popularity, vector)
            SELECT n.person_id, n.name, search_index.fold(n.words), changed.popularity, to_tsvector('search_index.plain', normalize(n.words, NFKC))
            FROM changed, unnest(@people, @names, @name_words) AS n(person_id, name, words) ORDER BY n.person_id
            ON CONFLICT (person_id) DO UPDATE SET name = excluded.name, key = excluded.key, vector = excluded.vector, popularity = greatest(p.popularity, excluded.popularity)
            WHERE p.name <> excluded.name OR p.popularity < excluded.popularity),
        credited AS (
            INSERT INTO credits (person_id, title_id) SELECT person_id, changed.id FROM changed, unnest(@people) AS person_id ON CONFLICT DO NOTHING),
        learned AS (
            INSERT INTO terms AS known (term, weight)
            SELECT w.lexeme, max(CASE WHEN 'A' = ANY (w.weights) THEN 1.0 WHEN 'B' = ANY (w.weights) THEN 0.8 WHEN 'C' = ANY (w.weights) THEN 0.5 ELSE 0.2 END)
            FROM changed, made, unnest(made.plain) w
            WHERE length(w.lexeme) <= 40 GROUP BY w.lexeme ORDER BY w.lexeme
            ON CONFLICT (term) DO UPDATE SET weight = excluded.weight WHERE known.weight < excluded.weight)
        SELECT count(*)::int FROM changed
        """;

    /// <summary>What is left of a title that must not be found: its revision.</summary>
    public const string Tombstone = """
        WITH changed AS (
            INSERT INTO titles AS t (id, revision, published, released, popularity, sort_title, genres, tags, languages, captions, ages, labels,
                window_territories, window_opens, window_closes, title_keys, titles_vector, vector)
            VALUES (@id, @revision, false, '-infinity', 0, '', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '{}', '', '')
            ON CONFLICT (id) DO UPDATE SET revision = excluded.revision, published = false, kind = NULL, format = NULL, year = NULL, released = excluded.released,
                popularity = 0, sort_title = '', genres = '{}', tags = '{}', languages = '{}', captions = '{}', ages = '{}', labels = '{}', opens = NULL, closes = NULL,
                window_territories = '{}', window_opens = '{}', window_closes = '{}', title_keys = '{}', titles_vector = '', vector = '', document = NULL
            WHERE t.revision <= excluded.revision
            RETURNING t.id),
        left_out AS (
            DELETE FROM credits c USING changed WHERE c.title_id = changed.id)
        SELECT count(*)::int FROM changed
        """;
}
