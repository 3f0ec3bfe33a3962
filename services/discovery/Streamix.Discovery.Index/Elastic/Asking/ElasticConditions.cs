using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Elastic.Writing;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.Elastic.Asking;

/// <summary>Which titles, in Elasticsearch's words. What has no rating is for adults.</summary>
internal static class ElasticConditions
{
    /// <summary>What the viewer may see at all.</summary>
    public static IEnumerable<object> Visible(Viewer viewer)
    {
        yield return Dsl.Term("published", true);
        var (territories, at) = (viewer.Country is { } country ? new[] { "*", country } : ["*"], viewer.At.UtcDateTime);
        yield return Dsl.Nested("windows", Dsl.All(Dsl.Terms("windows.territory", territories), Dsl.Range("windows.opens", lte: at), Dsl.Range("windows.closes", gt: at)));
        if (viewer.Maturity < Viewer.Adult)
            yield return Age(viewer.Country, viewer.Maturity);
    }

    /// <summary>Filters that no facet counts.</summary>
    public static IEnumerable<object> Others(SearchFilters filters)
    {
        if (filters.Captions.Count > 0)
            yield return Dsl.Terms("captions", Languages.Primaries(filters.Captions));
        if (filters.Person is { } person)
            yield return Dsl.Nested("credits", Dsl.Term("credits.person", person));
    }

    /// <summary>The filter of each facet, by its name.</summary>
    public static IReadOnlyDictionary<string, object> Facets(SearchFilters filters, string? country)
    {
        Dictionary<string, object> conditions = new(StringComparer.Ordinal);
        Add(FacetNames.Kind, "kind", filters.Kinds);
        Add(FacetNames.Format, "format", filters.Formats);
        Add(FacetNames.Genre, "genres", filters.Genres);
        Add(FacetNames.Tag, "tags", filters.Tags);
        Add(FacetNames.Language, "languages", Languages.Primaries(filters.Languages));
        if (filters.Ratings.Count > 0)
            conditions[FacetNames.Rating] = OfCountry("labels", country, field => Dsl.Terms(field, filters.Ratings));
        if (filters.YearFrom is not null || filters.YearTo is not null)
            conditions[FacetNames.Decade] = Dsl.Range("year", gte: filters.YearFrom, lte: filters.YearTo);
        if (filters.MaximumAge is { } age)
            conditions[FacetNames.Age] = Age(country, age);
        return conditions;

        void Add(string name, string field, IReadOnlyCollection<string> values)
        {
            if (values.Count > 0)
                conditions[name] = Dsl.Terms(field, values);
        }
    }

    private static object Age(string? country, int most) => OfCountry("ages", country, field => Dsl.Range(field, lte: most));

    /// <summary>The country's own, or else the one for everywhere.</summary>
    private static object OfCountry(string field, string? country, Func<string, object> condition)
    {
        var anywhere = condition($"{field}.{TitleBody.Anywhere}");
        return country is null ? anywhere : Dsl.Any(condition($"{field}.{country}"), Dsl.All(Dsl.Not(Dsl.Exists($"{field}.{country}")), anywhere));
    }
}
