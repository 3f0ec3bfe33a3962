using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using Streamix.ServiceDefaults.Messaging.Events;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.ServiceDefaults.Operations;

/// <summary>An event as an operator may see it: what its contract marks as personal is replaced, and whatever no contract knows.</summary>
internal static class ShownBody
{
    public static JsonNode? Of(ReadOnlyMemory<byte> body, Type? contract)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Shown("", document.RootElement, contract);
        }
        catch (JsonException)
        {
            return Hidden();
        }
    }

    /// <summary>A sentence of an error, without addresses and tokens.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public static string? Clean(string? text) => text is null ? null : Redactor.Clean(text);

    private static JsonNode? Shown(string name, JsonElement value, Type? type)
    {
        if (value.ValueKind == JsonValueKind.Null)
            return null;
        var plain = type is null ? null : Nullable.GetUnderlyingType(type) ?? type;
        if (plain is null || plain.IsDefined(typeof(PersonalAttribute)) || ReferenceEquals(Redactor.Clean(name, value.ValueKind), Redactor.Mark))
            return Hidden();
        var known = EventJson.Options.GetTypeInfo(plain);
        return (value.ValueKind, known.Kind) switch
        {
            (JsonValueKind.Object, JsonTypeInfoKind.Object) => Members(value, known),
            (JsonValueKind.Object, JsonTypeInfoKind.Dictionary) => Entries(value, known.ElementType),
            (JsonValueKind.Array, JsonTypeInfoKind.Enumerable) => new JsonArray([.. value.EnumerateArray().Select(item => Shown(name, item, known.ElementType))]),
            (JsonValueKind.String, JsonTypeInfoKind.None) => JsonValue.Create(Redactor.Clean(value.GetString()!)),
            (JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False, JsonTypeInfoKind.None) => JsonNode.Parse(value.GetRawText()),
            _ => Hidden(),
        };
    }

    private static JsonObject Members(JsonElement value, JsonTypeInfo known)
    {
        var shown = new JsonObject();
        foreach (var member in value.EnumerateObject())
            shown[member.Name] = known.Properties.FirstOrDefault(p => p.Name.Equals(member.Name, StringComparison.OrdinalIgnoreCase)) is { } property && !IsPersonal(property)
                ? Shown(member.Name, member.Value, property.PropertyType)
                : Hidden();
        return shown;
    }

    private static JsonObject Entries(JsonElement value, Type? type)
    {
        var shown = new JsonObject();
        foreach (var entry in value.EnumerateObject())
            shown[Redactor.Clean(entry.Name)] = Shown(entry.Name, entry.Value, type);
        return shown;
    }

    private static bool IsPersonal(JsonPropertyInfo property) => IsMarked(property.AttributeProvider) || IsMarked(property.AssociatedParameter?.AttributeProvider);

    private static bool IsMarked(ICustomAttributeProvider? provider) => provider?.IsDefined(typeof(PersonalAttribute), inherit: false) is true;

    private static JsonValue Hidden() => JsonValue.Create(Redactor.Mark);
}
