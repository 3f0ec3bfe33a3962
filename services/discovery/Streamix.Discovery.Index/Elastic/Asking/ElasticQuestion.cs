using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Elastic.Writing;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Texts;

namespace Streamix.Discovery.Index.Elastic.Asking;

/// <summary>A search as one request. Filters that facets count come after the query, so that each facet can leave its own out.</summary>
internal sealed class ElasticQuestion(SearchQuery query, bool broad)
{
    private const int Counted = 5000;
    private const int MostValues = 40;
    private readonly IReadOnlyDictionary<string, object> _facets = ElasticConditions.Facets(query.Filters, query.Viewer.Country);

    public object Body() => new
    {
        size = query.Limit + 1,
        query = Query(),
        post_filter = _facets.Count > 0 ? Dsl.All(_facets.Values) : null,
        sort = Sort(),
        search_after = After(),
        track_scores = query.EffectiveSort == SearchSort.Relevance,
        track_total_hits = query.Facets ? Counted : (object)false,
        explain = query.Explain,
        _source = (string[])["document"],
        highlight = query.IsBrowsing ? null : Highlight(),
        aggs = Aggregations() is { Count: > 0 } aggregations ? aggregations : null,
    };

    private object Query()
    {
        object[] filter = [.. ElasticConditions.Visible(query.Viewer), .. ElasticConditions.Others(query.Filters)];
        if (query.IsBrowsing)
            return new { @bool = new { filter } };
        var text = query.Text!;
        return new
        {
            function_score = new
            {
                query = new { @bool = new { must = (object[])[Words(text)], should = Boosts(text), filter } },
                functions = (object[])[new { field_value_factor = new { field = "popularity", modifier = "log1p", factor = 0.2, missing = 0 } }],
                boost_mode = "sum",
            },
        };
    }

    /// <summary>All words somewhere, slips forgiven, or their stems in the reader's language; any word will do when nothing has all.</summary>
    private object Words(string text)
    {
        var @operator = broad ? "or" : "and";
        var language = Languages.Primary(query.Language);
        return Dsl.Any(
            new { multi_match = new { query = text, fields = (string[])["all"], @operator, fuzziness = "AUTO", fuzzy_transpositions = true, prefix_length = 0, max_expansions = 50 } },
            new { multi_match = new { query = text, fields = (string[])[$"shown.{language}*.title.stem^3", $"shown.{language}*.synopsis.stem"], @operator, type = "cross_fields" } });
    }

    private static object[] Boosts(string text) =>
    [
        Dsl.Constant(Dsl.Term("title.key", text.Trim()), 20),
        new { match_phrase = Dsl.One("title", new { query = text, boost = 6 }) },
        new { match = Dsl.One("title", new { query = text, @operator = "and", fuzziness = "AUTO", boost = 5 }) },
        new { match = Dsl.One("people", new { query = text, @operator = "and", fuzziness = "AUTO", boost = 3 }) },
        new { match = Dsl.One("extras", new { query = text, boost = 1 }) },
    ];

    private object[] Sort() => query.EffectiveSort switch
    {
        SearchSort.Relevance => [Dsl.Sort("_score", "desc"), Dsl.Sort("id", "desc")],
        SearchSort.Newest => [Dsl.Sort("released", "desc"), Dsl.Sort("id", "desc")],
        SearchSort.Oldest => [Dsl.Sort("released", "asc"), Dsl.Sort("id", "asc")],
        SearchSort.Title => [Dsl.Sort("sort_title", "asc"), Dsl.Sort("id", "asc")],
        _ => [Dsl.Sort("popularity", "desc"), Dsl.Sort("id", "desc")],
    };

    private object[]? After() => query.After is { } after
        ? [query.EffectiveSort == SearchSort.Title ? after.Text : after.Number, after.TitleId]
        : null;

    private static object Highlight() => new
    {
        pre_tags = (string[])[Marks.Open.ToString()],
        post_tags = (string[])[Marks.Close.ToString()],
        require_field_match = false,
        fields = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["shown.*.title"] = new { number_of_fragments = 0 },
            ["shown.*.synopsis"] = new { number_of_fragments = 1, fragment_size = 200 },
        },
    };

    private Dictionary<string, object> Aggregations()
    {
        Dictionary<string, object> all = new(StringComparer.Ordinal);
        if (query.Facets)
            foreach (var name in FacetNames.All)
                all[name] = new { filter = Dsl.All(_facets.Where(f => f.Key != name).Select(f => f.Value)), aggs = Dsl.One("values", Values(name)) };
        if (query.People && !query.IsBrowsing)
            all["people"] = People();
        return all;
    }

    private object Values(string facet) => facet switch
    {
        FacetNames.Decade => new { histogram = new { field = "year", interval = 10, min_doc_count = 1 } },
        FacetNames.Rating => OfCountry("labels"),
        FacetNames.Age => OfCountry("ages"),
        _ => Terms(facet switch { FacetNames.Genre => "genres", FacetNames.Tag => "tags", FacetNames.Language => "languages", _ => facet }),
    };

    private static object Terms(string field) => new { terms = new { field, size = MostValues } };

    /// <summary>Titles with a value of the country's own are counted by it, the others by the one for everywhere.</summary>
    private object OfCountry(string field)
    {
        var anywhere = Terms($"{field}.{TitleBody.Anywhere}");
        if (query.Viewer.Country is not { } country)
            return new { filter = Dsl.Exists($"{field}.{TitleBody.Anywhere}"), aggs = Dsl.One("anywhere", anywhere) };
        var own = $"{field}.{country}";
        return new
        {
            filters = new { filters = new { own = Dsl.Exists(own), anywhere = Dsl.Not(Dsl.Exists(own)) } },
            aggs = new { own = Terms(own), anywhere },
        };
    }

    private object People() => new
    {
        nested = new { path = "credits" },
        aggs = new
        {
            named = new
            {
                filter = new { match = Dsl.One("credits.name", new { query = query.Text, @operator = "and", fuzziness = "AUTO" }) },
                aggs = new { persons = new { terms = new { field = "credits.entry", size = 5 } } },
            },
        },
    };
}
