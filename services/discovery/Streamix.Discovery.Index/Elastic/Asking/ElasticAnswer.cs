using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Discovery.Index.Answers;
using Streamix.Discovery.Index.Queries;
using Streamix.Discovery.Index.Texts;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Discovery.Index.Elastic.Asking;

/// <summary>Reads the answer to an <see cref="ElasticQuestion"/>.</summary>
internal static class ElasticAnswer
{
    public static SearchPage Read(JsonNode answer, SearchQuery query, bool broad, SearchExplanation? explanation)
    {
        JsonNode[] hits = [.. answer["hits"]!["hits"]!.AsArray().Select(h => h!)];
        var shown = hits.Take(query.Limit).Select(h => Hit(h, query)).ToArray();
        return new(
            shown, hits.Length > query.Limit ? Position(hits[query.Limit - 1], query, broad) : null,
            query.Facets ? Facets(answer["aggregations"]!) : [], People(answer["aggregations"]?["people"]), query.Facets ? Total(answer["hits"]!["total"]) : null, null, explanation);
    }

    private static SearchHit Hit(JsonNode hit, SearchQuery query)
    {
        var document = hit["_source"]!["document"].Deserialize<TitleDocument>(JsonDefaults.Options)!;
        var shown = ShownText.Of(document, query.Language);
        var field = $"shown.{shown.Language.ToLowerInvariant()}";
        return new(document, shown, Marked(hit, $"{field}.title"), Marked(hit, $"{field}.synopsis"), Number(hit["_score"]), query.Explain ? Parts(hit["_explanation"]) : null);
    }

    private static IReadOnlyList<TextPart>? Marked(JsonNode hit, string field) => Marks.Parse(hit["highlight"]?[field]?[0]?.GetValue<string>());

    private static SearchPosition Position(JsonNode hit, SearchQuery query, bool broad)
    {
        var values = hit["sort"]!.AsArray();
        var id = Guid.Parse(values[1]!.GetValue<string>());
        return query.EffectiveSort == SearchSort.Title ? new(0, values[0]!.GetValue<string>(), id, broad) : new(Number(values[0]), "", id, broad);
    }

    private static double Number(JsonNode? node) => node is null ? 0 : node.GetValue<double>();

    private static SearchTotal Total(JsonNode? total) => total is null ? new(0, IsExact: true) : new(total["value"]!.GetValue<long>(), total["relation"]!.GetValue<string>() == "eq");

    private static IReadOnlyList<Facet> Facets(JsonNode aggregations) =>
        [.. FacetNames.All.Select(name => new Facet(name, FacetOrder.Sorted(name, Values(aggregations[name]?["values"]))))];

    private static IEnumerable<FacetValue> Values(JsonNode? values) =>
        Leaves(values).GroupBy(b => Key(b), StringComparer.Ordinal).Select(g => new FacetValue(g.Key, g.Sum(b => b["doc_count"]!.GetValue<long>())));

    /// <summary>The buckets, or those of the country and of everywhere else.</summary>
    private static IEnumerable<JsonNode> Leaves(JsonNode? values) => values switch
    {
        null => [],
        _ when values["buckets"] is JsonArray list => list.Select(b => b!),
        _ when values["buckets"] is JsonObject sides => sides.SelectMany(s => Leaves(s.Value![s.Key])),
        _ => Leaves(values["anywhere"]),
    };

    private static string Key(JsonNode bucket) =>
        bucket["key"]!.GetValueKind() == JsonValueKind.Number ? ((long)bucket["key"]!.GetValue<double>()).ToString(CultureInfo.InvariantCulture) : bucket["key"]!.GetValue<string>();

    private static IReadOnlyList<PersonHit> People(JsonNode? people) =>
        [.. Leaves(people?["named"]?["persons"]).Select(b => (Entry: Key(b), Count: b["doc_count"]!.GetValue<long>())).Select(p => new PersonHit(Guid.ParseExact(p.Entry[..32], "n"), p.Entry[33..], p.Count))];

    /// <summary>The first level of Elasticsearch's own explanation.</summary>
    private static Dictionary<string, double> Parts(JsonNode? explanation) =>
        (explanation?["details"]?.AsArray() ?? []).Select((d, i) => (Name: $"{i + 1}: {d!["description"]!.GetValue<string>()}", Value: Number(d["value"])))
            .Prepend(("all", Number(explanation?["value"]))).ToDictionary(p => p.Item1, p => p.Item2, StringComparer.Ordinal);
}
