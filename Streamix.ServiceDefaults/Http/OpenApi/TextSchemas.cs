using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Says that text is text: of what has a converter of its own, as our strings have, the framework tells nothing.</summary>
internal static class TextSchemas
{
    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (IsText(context.JsonTypeInfo.Type))
            schema.Type ??= Text(MayBeNull(context.JsonPropertyInfo));
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && IsText(element))
            schema.Items ??= new OpenApiSchema { Type = JsonSchemaType.String };
        else if (context.JsonTypeInfo is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } && IsText(value))
            schema.AdditionalProperties ??= new OpenApiSchema { Type = JsonSchemaType.String };
        return Task.CompletedTask;
    }

    private static bool IsText(Type type) => type == typeof(string);

    private static bool MayBeNull(JsonPropertyInfo? property) => property is { IsGetNullable: true } or { IsSetNullable: true };

    private static JsonSchemaType Text(bool nullable) => nullable ? JsonSchemaType.String | JsonSchemaType.Null : JsonSchemaType.String;
}
