using System.Text.Json.Nodes;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>Gives every component of a document the name of its service, and every reference to it too.</summary>
internal static class SchemaNames
{
    private const string Components = "#/components/";

    /// <summary><c>sample-notes</c> → <c>SampleNotes</c>.</summary>
    public static string Prefix(string serviceId) =>
        string.Concat(serviceId.Split('-', StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));

    public static void Rename(JsonNode? node, string prefix)
    {
        switch (node)
        {
            case JsonObject map:
                RenameReferences(map, prefix);
                foreach (var (_, value) in map)
                {
                    Rename(value, prefix);
                }

                break;
            case JsonArray list:
                foreach (var item in list)
                {
                    Rename(item, prefix);
                }

                break;
        }
    }

    private static void RenameReferences(JsonObject map, string prefix)
    {
        if (map["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference))
        {
            map["$ref"] = Renamed(reference, prefix);
        }

        if (map["discriminator"] is JsonObject discriminator && discriminator["mapping"] is JsonObject mapping)
        {
            foreach (var (key, target) in mapping.ToList())
            {
                mapping[key] = Renamed((string?)target ?? "", prefix);
            }
        }
    }

    private static string Renamed(string reference, string prefix)
    {
        var name = reference.LastIndexOf('/');
        return reference.StartsWith(Components, StringComparison.Ordinal) ? $"{reference[..(name + 1)]}{prefix}.{reference[(name + 1)..]}" : reference;
    }
}
