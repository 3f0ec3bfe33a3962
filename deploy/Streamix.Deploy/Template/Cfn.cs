using System.Text.Json.Nodes;

namespace Streamix.Deploy.Template;

/// <summary>CloudFormation's intrinsic functions as JSON.</summary>
internal static class Cfn
{
    public static JsonObject Ref(string name) => new() { ["Ref"] = name };

    public static JsonObject Att(string name, string attribute) => new() { ["Fn::GetAtt"] = new JsonArray(name, attribute) };

    public static JsonObject Sub(string text) => new() { ["Fn::Sub"] = text };

    /// <summary>The parts one after another; a single part stands for itself.</summary>
    public static JsonNode Join(params IReadOnlyList<JsonNode> parts) =>
        parts.Count == 1 ? parts[0]
        : parts.All(part => part is JsonValue) ? string.Concat(parts.Select(part => (string?)part))
        : new JsonObject { ["Fn::Join"] = new JsonArray("", new JsonArray([.. parts])) };

    /// <summary>A piece of something that CloudFormation only knows as one string.</summary>
    public static JsonObject Split(string separator, int index, JsonNode of) =>
        new() { ["Fn::Select"] = new JsonArray(index, new JsonObject { ["Fn::Split"] = new JsonArray(separator, of) }) };

    public static JsonArray List(params IEnumerable<JsonNode?> items) => new([.. items]);

    public static JsonObject Tag(string key, string value) => new() { ["Key"] = key, ["Value"] = value };
}
