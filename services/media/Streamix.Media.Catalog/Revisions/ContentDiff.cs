using System.Text.Json;
using System.Text.Json.Nodes;
using Streamix.Media.Catalog.Titles;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Media.Catalog.Revisions;

/// <summary>What differs between two contents, place by place.</summary>
internal static class ContentDiff
{
    /// <summary>What names an entry of a list that is not told by its position.</summary>
    private static readonly string[] Keys = ["language", "territory", "source", "from"];

    /// <summary>In the order of their paths; empty for equal contents.</summary>
    public static IReadOnlyList<Change> Between(TitleContent before, TitleContent after) => Between(Places(before), Places(after));

    /// <summary>All there is, as something new.</summary>
    public static IReadOnlyList<Change> Of(TitleContent content) => Between([], Places(content));

    /// <summary>The names of the fields in which they lie.</summary>
    public static IReadOnlyList<string> Fields(IEnumerable<Change> changes) =>
        [.. changes.Select(c => c.Path.Split('[', '.')[0]).Distinct(StringComparer.Ordinal)];

    private static IReadOnlyList<Change> Between(SortedDictionary<string, JsonNode?> old, SortedDictionary<string, JsonNode?> now) =>
    [
        .. old.Keys.Union(now.Keys).Order(StringComparer.Ordinal)
            .Select(path => new Change(path, old.GetValueOrDefault(path), now.GetValueOrDefault(path)))
            .Where(c => !JsonNode.DeepEquals(c.Before, c.After)),
    ];

    private static SortedDictionary<string, JsonNode?> Places(TitleContent content)
    {
        SortedDictionary<string, JsonNode?> places = new(StringComparer.Ordinal);
        Walk("", JsonSerializer.SerializeToNode(content, JsonDefaults.Options), places);
        return places;
    }

    private static void Walk(string path, JsonNode? node, SortedDictionary<string, JsonNode?> places)
    {
        switch (node)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                    Walk(path.Length == 0 ? name : $"{path}.{name}", value, places);
                break;
            case JsonArray entries:
                for (var i = 0; i < entries.Count; i++)
                    Walk($"{path}[{Name(entries[i]) ?? $"{i}"}]", entries[i], places);
                break;
            case not null:
                places[path] = node;
                break;
        }
    }

    /// <summary>A word of a vocabulary is its own name, an entry with a key has that of its key.</summary>
    private static string? Name(JsonNode? entry) => entry switch
    {
        JsonValue word => word.ToString(),
        JsonObject fields when Keys.Where(fields.ContainsKey).ToList() is { Count: > 0 } keys => string.Join(' ', keys.Select(k => fields[k]?.ToString())),
        _ => null,
    };
}

/// <summary>One place that differs.</summary>
/// <param name="Path">As <c>texts[de].title</c> or <c>genres[drama]</c>.</param>
/// <param name="Before">Null when there was nothing.</param>
/// <param name="After">Null when nothing is left.</param>
internal sealed record Change(string Path, JsonNode? Before, JsonNode? After);
