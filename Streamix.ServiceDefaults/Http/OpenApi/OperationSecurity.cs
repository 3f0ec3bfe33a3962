using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Streamix.ServiceDefaults.Auth;

namespace Streamix.ServiceDefaults.Http;

/// <summary>Says which tokens an operation wants, and whose.</summary>
internal static class OperationSecurity
{
    public static Task Apply(OpenApiOperation operation, OpenApiOperationTransformerContext context)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IAllowAnonymous>().Any())
            return Task.CompletedTask;

        var requirements = metadata.OfType<AuthorizationPolicy>().SelectMany(p => p.Requirements).ToList();
        var names = requirements.OfType<CallerRequirement>().Select(r => r.Name).Where(n => n is not ("user" or "authenticated" or "service"))
            .Concat(requirements.OfType<StepUpRequirement>().Select(r => $"recent sign-in with {r.Acr}"))
            .ToList();
        if (names.Count > 0)
            operation.Description = $"{operation.Description}\n\nNeeds {string.Join(", ", names)}.".Trim();

        var scheme = requirements.OfType<CallerRequirement>().Any(r => r.Name.StartsWith("service", StringComparison.Ordinal)) ? DocumentInfo.Service : DocumentInfo.Bearer;
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(scheme, context.Document)] = [] }];
        return Task.CompletedTask;
    }
}
