using System.Text.Json;

namespace Streamix.Testing;

/// <summary>Looks for what a document asks for without showing how it looks. Booleans and enumerations speak for themselves.</summary>
public static class OpenApiExamples
{
    /// <summary>Paths of parameters and properties of requests without an example.</summary>
    public static List<string> Missing(JsonElement document)
    {
        List<string> missing = [];
        foreach (var operation in document.GetProperty("paths").EnumerateObject().SelectMany(p => p.Value.EnumerateObject()).Select(o => o.Value))
        {
            var name = operation.GetProperty("operationId").GetString()!;
            foreach (var parameter in operation.TryGetProperty("parameters", out var all) ? all.EnumerateArray() : default)
                if (parameter.GetProperty("in").GetString() == "query")
                    Look(document, parameter.GetProperty("schema"), $"{name}?{parameter.GetProperty("name").GetString()}", missing);
            if (operation.TryGetProperty("requestBody", out var body) && body.GetProperty("content").TryGetProperty("application/json", out var json))
                Look(document, json.GetProperty("schema"), name, missing);
        }
        return missing;
    }

    private static void Look(JsonElement document, JsonElement schema, string path, List<string> missing)
    {
        if (schema.TryGetProperty("examples", out _) || schema.TryGetProperty("default", out _) || schema.TryGetProperty("enum", out _) || Is(schema, "boolean"))
            return;
        if (schema.TryGetProperty("$ref", out var reference))
            Look(document, document.GetProperty("components").GetProperty("schemas").GetProperty(reference.GetString()!.Split('/')[^1]), path, missing);
        else if (schema.TryGetProperty("oneOf", out var choices))
            foreach (var choice in choices.EnumerateArray().Where(c => !Is(c, "null")))
                Look(document, choice, path, missing);
        else if (schema.TryGetProperty("items", out var entries) && entries.TryGetProperty("$ref", out _))
            Look(document, entries, path, missing);
        else if (schema.TryGetProperty("properties", out var properties))
            foreach (var property in properties.EnumerateObject())
                Look(document, property.Value, $"{path}.{property.Name}", missing);
        else
            missing.Add(path);
    }

    private static bool Is(JsonElement schema, string type) => schema.TryGetProperty("type", out var types)
        && (types.ValueKind == JsonValueKind.Array ? types.EnumerateArray().Any(t => t.GetString() == type && type != "null") : types.GetString() == type);
}
