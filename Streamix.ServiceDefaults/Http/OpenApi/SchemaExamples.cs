using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

internal static class SchemaExamples
{
    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (Find(context) is { } example && Parse(example.Json) is { } value)
            schema.Examples = [value];
        return Task.CompletedTask;
    }

    /// <summary>A record's attribute may stand on the constructor's parameter.</summary>
    private static ExampleAttribute? Find(OpenApiSchemaTransformerContext context) =>
        context.JsonPropertyInfo is { } property
            ? Of(property.AttributeProvider) ?? Of(property.AssociatedParameter?.AttributeProvider)
            : context.JsonTypeInfo.Type.GetCustomAttribute<ExampleAttribute>();

    private static ExampleAttribute? Of(ICustomAttributeProvider? provider) =>
        provider?.GetCustomAttributes(typeof(ExampleAttribute), inherit: false).OfType<ExampleAttribute>().FirstOrDefault();

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return JsonValue.Create(json);
        }
    }
}
