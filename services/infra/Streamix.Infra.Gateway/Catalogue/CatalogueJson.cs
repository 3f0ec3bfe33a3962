using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Streamix.Infra.Gateway.Catalogue;

internal static class CatalogueJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        AllowDuplicateProperties = false,
        Converters = { new LenientBoolean() },
    };

    public static ClusterFile Parse(string json) =>
        JsonSerializer.Deserialize<ClusterFile>(json, Options) ?? throw new JsonException("The file is empty.");

    /// <summary>A configuration section has only texts; lists are sections numbered from 0.</summary>
    public static JsonNode? ToNode(IConfigurationSection section)
    {
        var children = section.GetChildren().ToList();
        if (children.Count == 0)
        {
            return section.Value is null ? null : JsonValue.Create(section.Value);
        }

        return children.TrueForAll(c => int.TryParse(c.Key, out _))
            ? new JsonArray([.. children.Select(ToNode)])
            : new JsonObject(children.Select(c => KeyValuePair.Create(c.Key, ToNode(c))));
    }

    private sealed class LenientBoolean : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType switch
            {
                JsonTokenType.True => true,
                JsonTokenType.False => false,
                JsonTokenType.String when bool.TryParse(reader.GetString(), out var value) => value,
                _ => throw new JsonException("true or false expected."),
            };

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
