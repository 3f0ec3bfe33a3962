using System.Text.Json.Nodes;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>The components that something refers to, and those that they refer to.</summary>
internal static class Referenced
{
    private const string Components = "#/components/";

    public static JsonObject By(JsonNode node, JsonNode? components)
    {
        var (found, open) = (new JsonObject(), new Stack<JsonNode>([node]));
        while (open.TryPop(out var next))
        {
            foreach (var reference in In(next))
            {
                if (reference.Split('/') is not [var kind, var name] || components?[kind]?[name] is not { } component)
                {
                    continue;
                }

                var target = found[kind]?.AsObject() ?? (found[kind] = new JsonObject()).AsObject();
                if (!target.ContainsKey(name))
                {
                    target[name] = component.DeepClone();
                    open.Push(component);
                }
            }
        }

        return found;
    }

    private static IEnumerable<string> In(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(entry => entry is { Key: "$ref", Value: JsonValue value } && value.TryGetValue<string>(out var reference)
            ? reference.StartsWith(Components, StringComparison.Ordinal) ? [reference[Components.Length..]] : []
            : In(entry.Value)),
        JsonArray list => list.SelectMany(In),
        _ => [],
    };
}
