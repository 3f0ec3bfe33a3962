using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Headers that filters and bound types read or write.</summary>
internal static class OperationHeaders
{
    public static Task Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IdempotentEndpoint>().FirstOrDefault() is { } idempotent)
            Add(operation, IdempotencyKey.Header, "A repeat with the same key gives the first answer.", idempotent.Required);
        if (metadata.OfType<RequiresIfMatch>().Any())
            Add(operation, "If-Match", "The ETag of the version you have read.", required: true);
        if (metadata.OfType<AnswersETag>().Any() && operation.Responses?.GetValueOrDefault("200") is OpenApiResponse answer)
        {
            answer.Headers ??= new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal);
            answer.Headers["ETag"] = new OpenApiHeader { Description = "The version, for If-Match and If-None-Match.", Schema = Text() };
        }
        return Task.CompletedTask;
    }

    private static void Add(OpenApiOperation operation, string name, string description, bool required)
    {
        operation.Parameters ??= [];
        operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Header, Description = description, Required = required, Schema = Text() });
    }

    private static OpenApiSchema Text() => new() { Type = JsonSchemaType.String };
}
