using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

internal static class SchemaExamples
{
    /// <summary>Where the framework looks for the example of a property whose schema becomes a reference.</summary>
    private const string BesideReference = "x-ref-example";

    public static Task Apply(OpenApiSchema schema, OpenApiSchemaTransformerContext context)
    {
        if (Find(context) is not { } example || Parse(example.Json) is not { } value)
            return Task.CompletedTask;
        schema.Examples = [value];
        if (context.JsonPropertyInfo is not null)
            (schema.Metadata ??= new Dictionary<string, object>(StringComparer.Ordinal))[BesideReference] = value.DeepClone();
        return Task.CompletedTask;
    }

    /// <summary>A record's attribute may stand on the constructor's parameter.</summary>
    private static ExampleAttribute? Find(OpenApiSchemaTransformerContext context) => context switch
    {
        { JsonPropertyInfo: { } property } => Of(property.AttributeProvider) ?? Of(property.AssociatedParameter?.AttributeProvider),
        { ParameterDescription.ParameterDescriptor: IParameterInfoParameterDescriptor { ParameterInfo: { } parameter } } when Of(parameter) is { } own => own,
        _ => context.JsonTypeInfo.Type.GetCustomAttribute<ExampleAttribute>(),
    };

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
