namespace Streamix.Discovery.Index.PostgreSql.Schema;

/// <summary>What all generations share. Every statement may run again.</summary>
internal static class Ground
{
    public const string Tables = """
        CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
        CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
        CREATE SCHEMA IF NOT EXISTS search_index;
        CREATE TABLE IF NOT EXISTS search_index.generations (
            number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            format integer NOT NULL,
            state text NOT NULL CHECK (state IN ('building', 'live', 'retired')),
            created_at timestamptz NOT NULL DEFAULT now());
        ALTER TABLE search_index.generations ADD COLUMN IF NOT EXISTS head double precision;
        CREATE UNIQUE INDEX IF NOT EXISTS ux_generations_live ON search_index.generations (state) WHERE state = 'live';
        CREATE TABLE IF NOT EXISTS search_index.synonyms (
            phrase text NOT NULL,
            family integer NOT NULL,
            ordinal integer NOT NULL,
            written text NOT NULL,
            PRIMARY KEY (phrase, family));
        """;

    /// <summary>
    /// <c>use_live</c> points the session to the live generation, so that one constant statement serves them all.
    /// <c>edits</c>: a word and itself with one character left out. Two words that share one of them are one edit apart, a few of them two.
    /// </summary>
    public const string Functions = """
        CREATE OR REPLACE FUNCTION search_index.use_generation(generation integer) RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT set_config('search_path', format('index_%s, search_index, public', generation), false) $$;

        CREATE OR REPLACE FUNCTION search_index.use_live() RETURNS text LANGUAGE sql VOLATILE AS
        $$ SELECT search_index.use_generation(coalesce((SELECT number FROM search_index.generations WHERE state = 'live'), 0)) $$;

        CREATE OR REPLACE FUNCTION search_index.fold(txt text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, normalize(txt, NFKC))) $$;

        CREATE OR REPLACE FUNCTION search_index.edits(word text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS
        $$ SELECT CASE WHEN length(word) BETWEEN 3 AND 24 AND word !~ '^[0-9]+$'
             THEN word || ARRAY(SELECT overlay(word PLACING '' FROM i FOR 1) FROM generate_series(1, length(word)) i) ELSE '{}' END $$;

        CREATE OR REPLACE FUNCTION search_index.vector(configurations text[], weights text[], texts text[]) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS
        $$ DECLARE result tsvector := '';
        BEGIN
            FOR i IN 1 .. coalesce(cardinality(texts), 0) LOOP
                result := result || setweight(to_tsvector(configurations[i]::regconfig, normalize(texts[i], NFKC)), weights[i]::"char");
            END LOOP;
            RETURN result;
        END $$;
        """;

    /// <summary>Each of PostgreSQL's languages without accents, and <c>plain</c>: no grammar, no stop words.</summary>
    public const string Configurations = """
        DO $$
        DECLARE entry record;
        BEGIN
            FOR entry IN
                SELECT c.cfgname AS source, CASE c.cfgname WHEN 'simple' THEN 'plain' ELSE c.cfgname END AS name,
                       CASE c.cfgname WHEN 'simple' THEN 'simple' ELSE c.cfgname || '_stem' END AS dictionary
                FROM pg_ts_config c
                WHERE c.cfgnamespace = 'pg_catalog'::regnamespace
                  AND NOT EXISTS (SELECT FROM pg_ts_config o WHERE o.cfgnamespace = 'search_index'::regnamespace
                                  AND o.cfgname = CASE c.cfgname WHEN 'simple' THEN 'plain' ELSE c.cfgname END)
            LOOP
                EXECUTE format('CREATE TEXT SEARCH CONFIGURATION search_index.%I (COPY = pg_catalog.%I)', entry.name, entry.source);
                EXECUTE format('ALTER TEXT SEARCH CONFIGURATION search_index.%I ALTER MAPPING FOR asciiword, asciihword, hword_asciipart, word, hword, hword_part '
                    'WITH public.unaccent, pg_catalog.%I', entry.name, entry.dictionary);
                EXECUTE format('ALTER TEXT SEARCH CONFIGURATION search_index.%I ALTER MAPPING FOR numword, numhword, hword_numpart WITH public.unaccent, pg_catalog.simple', entry.name);
            END LOOP;
        END $$;
        """;
}
