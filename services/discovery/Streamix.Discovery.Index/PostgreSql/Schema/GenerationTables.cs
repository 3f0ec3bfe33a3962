using System.Globalization;

namespace Streamix.Discovery.Index.PostgreSql.Schema;

/// <summary>What each generation has in a schema of its own. The statements name no schema: they run where the session points to.</summary>
internal static class GenerationTables
{
    /// <param name="Name">Unique within the schema.</param>
    /// <param name="On">Table and columns.</param>
    public readonly record struct Index(string Name, string On);

    /// <summary>
    /// A tombstone has its id and its revision only. <c>opens</c> and <c>closes</c> are those of a title with one window for everywhere,
    /// which most have; others are looked up in the lists.
    /// </summary>
    public const string Tables = """
        CREATE TABLE titles (
            id uuid PRIMARY KEY,
            revision bigint NOT NULL,
            published boolean NOT NULL,
            kind text,
            format text,
            year integer,
            released date NOT NULL,
            popularity double precision NOT NULL,
            sort_title text COLLATE "C" NOT NULL,
            genres text[] NOT NULL,
            tags text[] NOT NULL,
            languages text[] NOT NULL,
            captions text[] NOT NULL,
            ages jsonb NOT NULL,
            labels jsonb NOT NULL,
            opens timestamptz,
            closes timestamptz,
            window_territories text[] NOT NULL,
            window_opens timestamptz[] NOT NULL,
            window_closes timestamptz[] NOT NULL,
            title_keys text[] NOT NULL,
            titles_vector tsvector NOT NULL,
            vector tsvector NOT NULL,
            document jsonb);
        ALTER TABLE titles ALTER COLUMN vector SET STORAGE MAIN, ALTER COLUMN titles_vector SET STORAGE MAIN;
        CREATE TABLE people (
            person_id uuid PRIMARY KEY,
            name text NOT NULL,
            key text NOT NULL,
            popularity double precision NOT NULL,
            vector tsvector NOT NULL);
        CREATE TABLE credits (
            person_id uuid NOT NULL,
            title_id uuid NOT NULL REFERENCES titles (id) ON DELETE CASCADE,
            PRIMARY KEY (person_id, title_id));
        CREATE INDEX ix_credits_title ON credits (title_id);
        CREATE TABLE terms (
            term text COLLATE "C" PRIMARY KEY,
            weight real NOT NULL);
        """;

    /// <summary>Made when a generation is full: one pass over all rows costs a fraction of keeping them while it is filled.</summary>
    public static IReadOnlyList<Index> Indexes { get; } =
    [
        new("ix_titles_vector", "titles USING gin (vector) WITH (fastupdate = off) WHERE published"),
        new("ix_titles_titles_vector", "titles USING gin (titles_vector) WITH (fastupdate = off) WHERE published"),
        new("ix_titles_keys", "titles USING gin (title_keys) WITH (fastupdate = off) WHERE published"),
        new("ix_titles_popularity", "titles (popularity DESC, id DESC) WHERE published"),
        new("ix_titles_released", "titles (released, id) WHERE published"),
        new("ix_titles_sort_title", "titles (sort_title, id) WHERE published"),
        new("ix_people_vector", "people USING gin (vector) WITH (fastupdate = off)"),
        new("ix_terms_edits", "terms USING gin (search_index.edits(term)) WITH (fastupdate = off)"),
        new("ix_terms_trigrams", "terms USING gin (term public.gin_trgm_ops) WITH (fastupdate = off)"),
    ];

    /// <summary>
    /// How popular the most popular tenth is. Null where popularity tells too little apart; then they need no index of their own.
    /// </summary>
    public const string Head = """
        SELECT p.head FROM (SELECT percentile_disc(0.9) WITHIN GROUP (ORDER BY popularity) AS head FROM titles WHERE published) p
        WHERE (SELECT count(*) FROM titles WHERE published AND popularity >= p.head) <= (SELECT count(*) FROM titles WHERE published) / 5
        """;

    /// <summary>What many titles match is found among the most popular alone.</summary>
    public static IEnumerable<Index> OfHead(double head) => ((string[])["vector", "titles_vector"]).Select(column => new Index(
        $"ix_titles_head_{column}", string.Create(CultureInfo.InvariantCulture, $"titles USING gin ({column}) WITH (fastupdate = off) WHERE published AND popularity >= '{head:R}'::float8")));
}
