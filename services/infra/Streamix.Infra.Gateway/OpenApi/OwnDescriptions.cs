using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>The host thinks that the gateway's endpoints are open, as the edge keeps them: see <see cref="RoutePolicy"/>.</summary>
internal static class OwnDescriptions
{
    public static void AddOwnDescriptions(this IServiceCollection services) => services.Configure<OpenApiOptions>(OwnDocument.Name, options =>
        options.AddOperationTransformer((operation, context, _) => ApplyAsync(operation, context)));

    private static Task ApplyAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<RoutePolicy>().FirstOrDefault() is not { Access.IsAnonymous: false } policy)
        {
            return Task.CompletedTask;
        }

        operation.Security = [new() { [new OpenApiSecuritySchemeReference("bearer", context.Document)] = [] }];
        operation.Description = $"{operation.Description}\n\nNeeds {policy.Access.Text.Replace(":", " ", StringComparison.Ordinal).Replace(",", " or ", StringComparison.Ordinal)}.".Trim();
        operation.Responses ??= [];
        foreach (var (status, title) in new[] { ("401", "Not signed in."), ("403", "Not allowed."), ("429", "Too many requests.") })
        {
            operation.Responses[status] = new OpenApiResponse
            {
                Description = title,
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    ["application/problem+json"] = new() { Schema = new OpenApiSchemaReference("Problem", context.Document) },
                },
            };
        }

        return Task.CompletedTask;
    }
}
