using System.Text.Json;
using System.Text.Json.Nodes;

namespace Streamix.Platform.Tests.Accounts.Routes;

/// <summary>Makes a value of a schema (JSON Schema 2020-12, as OpenAPI 3.1 has it) from its examples.</summary>
internal static class Examples
{
    public static JsonNode? Of(JsonElement schema, JsonElement document)
    {
        if (schema.TryGetProperty("$ref", out var reference))
            return Of(Resolve(reference.GetString()!, document), document);
        if (schema.TryGetProperty("examples", out var examples))
            return JsonNode.Parse(examples[0].GetRawText());
        if (schema.TryGetProperty("enum", out var values))
            return JsonNode.Parse(values[0].GetRawText());
        return Type(schema) switch
        {
            "object" => Object(schema, document),
            "array" => new JsonArray(Of(schema.GetProperty("items"), document)),
            "boolean" => false,
            "integer" or "number" => 1,
            _ when schema.TryGetProperty("format", out var format) && format.GetString() == "uuid" => Guid.NewGuid().ToString(),
            _ => "text",
        };
    }

    private static JsonObject Object(JsonElement schema, JsonElement document)
    {
        var made = new JsonObject();
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject().Where(p => required.Contains(p.Name) || p.Value.TryGetProperty("examples", out _)))
                made[property.Name] = Of(property.Value, document);
        return made;
    }

    private static string? Type(JsonElement schema) => !schema.TryGetProperty("type", out var type) ? schema.TryGetProperty("properties", out _) ? "object" : null
        : type.ValueKind == JsonValueKind.Array ? type.EnumerateArray().Select(t => t.GetString()).First(t => t != "null") : type.GetString();

    private static JsonElement Resolve(string reference, JsonElement document) =>
        reference.Split('/').Skip(1).Aggregate(document, (at, name) => at.GetProperty(name));
}
