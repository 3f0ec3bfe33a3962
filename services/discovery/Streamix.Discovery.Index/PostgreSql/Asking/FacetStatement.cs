namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>All counts from one pass over at most <c>@count_cap</c> matches; each facet with the filters of the others.</summary>
internal static class FacetStatement
{
    private const string AllButKind = "format_ok AND genre_ok AND tag_ok AND years_ok AND language_ok AND rating_ok AND age_ok";
    private const string AllButFormat = "kind_ok AND genre_ok AND tag_ok AND years_ok AND language_ok AND rating_ok AND age_ok";
    private const string AllButGenre = "kind_ok AND format_ok AND tag_ok AND years_ok AND language_ok AND rating_ok AND age_ok";
    private const string AllButTag = "kind_ok AND format_ok AND genre_ok AND years_ok AND language_ok AND rating_ok AND age_ok";
    private const string AllButYears = "kind_ok AND format_ok AND genre_ok AND tag_ok AND language_ok AND rating_ok AND age_ok";
    private const string AllButLanguage = "kind_ok AND format_ok AND genre_ok AND tag_ok AND years_ok AND rating_ok AND age_ok";
    private const string AllButRating = "kind_ok AND format_ok AND genre_ok AND tag_ok AND years_ok AND language_ok AND age_ok";
    private const string AllButAge = "kind_ok AND format_ok AND genre_ok AND tag_ok AND years_ok AND language_ok AND rating_ok";

    /// <summary>Rows of facet, value, count; the empty facet is the total, and <c>seen</c> how many matches were looked at.</summary>
    public const string Sql = $"""
        WITH matched AS MATERIALIZED (
            SELECT t.kind, t.format, t.genres, t.tags, t.year / 10 * 10 AS decade, t.languages, {Conditions.Label} AS label, {Conditions.Age} AS age,
                {Conditions.Kind} AS kind_ok, {Conditions.Format} AS format_ok, {Conditions.Genre} AS genre_ok, {Conditions.Tag} AS tag_ok, coalesce({Conditions.Years}, false) AS years_ok,
                {Conditions.Language} AS language_ok, coalesce({Conditions.Rating}, false) AS rating_ok, coalesce({Conditions.MaximumAge}, false) AS age_ok
            FROM titles t WHERE {Conditions.Text} AND {Conditions.Visible} AND {Conditions.Others} LIMIT @count_cap)
        SELECT '' AS facet, count(*)::text AS value, count(*) FILTER (WHERE kind_ok AND {AllButKind}) AS found FROM matched
        UNION ALL SELECT 'kind', kind, count(*) FROM matched WHERE {AllButKind} GROUP BY kind
        UNION ALL SELECT 'format', format, count(*) FROM matched WHERE {AllButFormat} GROUP BY format
        UNION ALL SELECT 'genre', g, count(*) FROM matched, unnest(genres) g WHERE {AllButGenre} GROUP BY g
        UNION ALL SELECT 'tag', g, count(*) FROM matched, unnest(tags) g WHERE {AllButTag} GROUP BY g
        UNION ALL SELECT 'decade', decade::text, count(*) FROM matched WHERE {AllButYears} AND decade IS NOT NULL GROUP BY decade
        UNION ALL SELECT 'language', l, count(*) FROM matched, unnest(languages) l WHERE {AllButLanguage} GROUP BY l
        UNION ALL SELECT 'rating', label, count(*) FROM matched WHERE {AllButRating} AND label IS NOT NULL GROUP BY label
        UNION ALL SELECT 'age', age::text, count(*) FROM matched WHERE {AllButAge} AND age IS NOT NULL GROUP BY age
        """;
}
