namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>What the live generation is asked. The session points to it already.</summary>
internal static class Statements
{
    private const string MostPopular = $"{Conditions.Visible} AND {Conditions.Filters} ORDER BY t.popularity DESC, t.id DESC LIMIT @cap";
    private const string InTitles = "t.titles_vector @@ @query::tsquery";
    private const string Anywhere = "t.vector @@ @query::tsquery";

    /// <summary>
    /// By relevance: of what matches in titles, and of what matches anywhere, the most popular are looked at closely, and whatever is called exactly so.
    /// Frequent words would cost a tenth of a second otherwise. The popular tenth of all titles is asked first: where it has enough, nothing less popular counts.
    /// </summary>
    public const string Ranked = $"""
        WITH exact AS MATERIALIZED (
            SELECT t.id FROM titles t WHERE t.title_keys && @keys AND {MostPopular}),
        named_head AS MATERIALIZED (
            SELECT t.id FROM titles t WHERE t.popularity >= @head AND {InTitles} AND {MostPopular}),
        named AS MATERIALIZED (
            SELECT t.id FROM titles t WHERE (SELECT count(*) FROM named_head) < @cap AND {InTitles} AND {MostPopular}),
        anywhere_head AS MATERIALIZED (
            SELECT t.id FROM titles t WHERE t.popularity >= @head AND {Anywhere} AND {MostPopular}),
        anywhere AS MATERIALIZED (
            SELECT t.id FROM titles t WHERE (SELECT count(*) FROM anywhere_head) < @cap AND {Anywhere} AND {MostPopular}),
        candidates AS (
            SELECT id FROM exact UNION SELECT id FROM named_head UNION SELECT id FROM named UNION SELECT id FROM anywhere_head UNION SELECT id FROM anywhere),
        scored AS MATERIALIZED (
            SELECT t.id,
                ts_rank_cd(ARRAY[0.05, 0.15, 0.5, 1.0]::real[], t.vector, @query::tsquery, 32)::float8 AS words,
                CASE WHEN t.title_keys && @keys THEN 2.0 ELSE 0.0 END::float8 AS exact,
                CASE WHEN @phrase IS NOT NULL AND t.titles_vector @@ @phrase::tsquery THEN 1.0 ELSE 0.0 END::float8 AS phrase,
                CASE WHEN {InTitles} THEN 0.5 ELSE 0.0 END::float8 AS title,
                0.3 * ln(1 + t.popularity) / (1 + ln(1 + t.popularity)) AS popular
            FROM candidates JOIN titles t USING (id)),
        page AS MATERIALIZED (
            SELECT p.* FROM (SELECT *, words + exact + phrase + title + popular AS score FROM scored) p
            WHERE @after_id IS NULL OR (p.score, p.id) < (@after_number, @after_id)
            ORDER BY p.score DESC, p.id DESC LIMIT @take)
        SELECT p.id, p.score, t.sort_title, t.document, p.words, p.exact, p.phrase, p.title, p.popular
        FROM page p JOIN titles t USING (id) ORDER BY p.score DESC, p.id DESC
        """;

    public const string ByPopularity = $"""
        SELECT t.id, t.popularity, t.sort_title, t.document FROM titles t
        WHERE {Conditions.Text} AND {Conditions.Visible} AND {Conditions.Filters} AND (@after_id IS NULL OR (t.popularity, t.id) < (@after_number, @after_id))
        ORDER BY t.popularity DESC, t.id DESC LIMIT @take
        """;

    public const string Newest = $"""
        SELECT t.id, {Day}, t.sort_title, t.document FROM titles t
        WHERE {Conditions.Text} AND {Conditions.Visible} AND {Conditions.Filters} AND (@after_id IS NULL OR (t.released, t.id) < (date '1000-01-01' + @after_number::int, @after_id))
        ORDER BY t.released DESC, t.id DESC LIMIT @take
        """;

    public const string Oldest = $"""
        SELECT t.id, {Day}, t.sort_title, t.document FROM titles t
        WHERE {Conditions.Text} AND {Conditions.Visible} AND {Conditions.Filters} AND (@after_id IS NULL OR (t.released, t.id) > (date '1000-01-01' + @after_number::int, @after_id))
        ORDER BY t.released, t.id LIMIT @take
        """;

    public const string ByTitle = $"""
        SELECT t.id, 0::float8, t.sort_title, t.document FROM titles t
        WHERE {Conditions.Text} AND {Conditions.Visible} AND {Conditions.Filters} AND (@after_id IS NULL OR (t.sort_title, t.id) > (@after_text COLLATE "C", @after_id))
        ORDER BY t.sort_title, t.id LIMIT @take
        """;

    /// <summary>Those with a title the viewer may see; the most popular of them are looked at.</summary>
    public const string People = $"""
        WITH found AS MATERIALIZED (
            SELECT p.person_id, p.name, p.key FROM people p WHERE p.vector @@ @people_query::tsquery ORDER BY p.key = ANY (@keys) DESC, p.popularity DESC, p.person_id LIMIT 40)
        SELECT f.person_id, f.name, count(*) FROM found f JOIN credits c USING (person_id) JOIN titles t ON t.id = c.title_id
        WHERE {Conditions.Visible}
        GROUP BY f.person_id, f.name, f.key ORDER BY f.key = ANY (@keys) DESC, count(*) DESC, f.person_id LIMIT 5
        """;

    private const string Day = "(t.released - date '1000-01-01')::float8";
}
