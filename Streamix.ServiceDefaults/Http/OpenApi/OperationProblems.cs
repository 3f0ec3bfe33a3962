using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.OpenApi;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Lists the problems an operation can answer with, from what its endpoint is made of.</summary>
internal static class OperationProblems
{
    public static Task Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        operation.Responses ??= [];
        foreach (var status in Statuses(metadata, context.Description.ParameterDescriptions.Count > 0))
            operation.Responses[status.ToString(CultureInfo.InvariantCulture)] = Response(status, context.Document);
        return Task.CompletedTask;
    }

    private static SortedSet<int> Statuses(IList<object> metadata, bool takesInput)
    {
        SortedSet<int> statuses = [503];
        if (takesInput)
            statuses.Add(400);
        if (!metadata.OfType<IAllowAnonymous>().Any())
            statuses.UnionWith([401, 403]);
        if (metadata.OfType<IAcceptsMetadata>().Any())
            statuses.UnionWith([413, 415, 422]);
        if (metadata.OfType<IdempotentEndpoint>().Any())
            statuses.UnionWith([409, 422]);
        if (metadata.OfType<RequiresIfMatch>().Any())
            statuses.UnionWith([412, 428]);
        if (metadata.OfType<EnableRateLimitingAttribute>().Any())
            statuses.Add(429);
        statuses.UnionWith(metadata.OfType<IProducesResponseTypeMetadata>().Select(p => p.StatusCode).Where(s => s >= 400));
        return statuses;
    }

    private static OpenApiResponse Response(int status, OpenApiDocument? document) => new()
    {
        Description = StatusTexts.Of(status).Title,
        Headers = status is 429 or 503 ? new Dictionary<string, IOpenApiHeader>(StringComparer.Ordinal)
        {
            ["Retry-After"] = new OpenApiHeader { Description = "Seconds to wait.", Schema = new OpenApiSchema { Type = JsonSchemaType.Integer } },
        }
        : null,
        Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
        {
            ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference(DocumentInfo.Problem, document) },
        },
    };
}
