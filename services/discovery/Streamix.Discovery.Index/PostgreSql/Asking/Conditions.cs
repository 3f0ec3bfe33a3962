namespace Streamix.Discovery.Index.PostgreSql.Asking;

/// <summary>
/// Which titles <c>t</c>. With plans made for the values at hand, a filter that is null costs nothing. What has no rating is for adults.
/// </summary>
internal static class Conditions
{
    public const string Age = "coalesce((t.ages ->> @country)::int, (t.ages ->> '*')::int)";
    public const string Label = "coalesce(t.labels ->> @country, t.labels ->> '*')";

    public const string Visible = $"""
        t.published
        AND (@maturity >= 18 OR coalesce({Age}, 18) <= @maturity)
        AND CASE WHEN t.opens IS NOT NULL THEN t.opens <= @at AND t.closes > @at
            ELSE EXISTS (SELECT FROM unnest(t.window_territories, t.window_opens, t.window_closes) AS w(territory, opens, closes)
                         WHERE w.territory IN ('*', @country) AND w.opens <= @at AND w.closes > @at) END
        """;

    public const string Kind = "(@kinds IS NULL OR t.kind = ANY (@kinds))";
    public const string Format = "(@formats IS NULL OR t.format = ANY (@formats))";
    public const string Genre = "(@genres IS NULL OR t.genres && @genres)";
    public const string Tag = "(@tags IS NULL OR t.tags && @tags)";
    public const string Years = "(@year_from IS NULL OR t.year >= @year_from) AND (@year_to IS NULL OR t.year <= @year_to)";
    public const string Language = "(@languages IS NULL OR t.languages && @languages)";
    public const string Rating = $"(@ratings IS NULL OR {Label} = ANY (@ratings))";
    public const string MaximumAge = $"(@maximum_age IS NULL OR {Age} <= @maximum_age)";

    /// <summary>Those that no facet counts.</summary>
    public const string Others = """
        (@captions IS NULL OR t.captions && @captions)
        AND (@person IS NULL OR t.id IN (SELECT c.title_id FROM credits c WHERE c.person_id = @person))
        """;

    public const string Filters = $"{Kind} AND {Format} AND {Genre} AND {Tag} AND {Years} AND {Language} AND {Rating} AND {MaximumAge} AND {Others}";

    public const string Text = "(@query IS NULL OR t.vector @@ @query::tsquery)";
}
