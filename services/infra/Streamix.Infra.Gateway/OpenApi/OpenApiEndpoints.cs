using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.Infra.Gateway.Edge;
using Swashbuckle.AspNetCore.SwaggerUI;

namespace Streamix.Infra.Gateway.OpenApi;

/// <summary>The merged document and a page to try it on.</summary>
internal static class OpenApiEndpoints
{
    private const string Address = "/api/openapi.json";
    private const string PagePath = "/api/docs";

    private const string PagePolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static void MapMergedOpenApi(this IEndpointRouteBuilder app) =>
        app.MapGet(Address, GetAsync)
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(RoutePolicy.Own("gateway-openapi", "anonymous"));

    /// <summary>On a branch of its own: the page's middleware looks at every path with a regular expression.</summary>
    public static void UseTryItPage(this IApplicationBuilder app) => app.UseWhen(
        c => c.Request.Path.StartsWithSegments(PagePath, StringComparison.OrdinalIgnoreCase),
        branch => branch.Use(next => context => Page(context, next)).UseSwaggerUI(Configure));

    private static Task Page(HttpContext context, RequestDelegate next)
    {
        context.RequestServices.GetRequiredService<SecurityHeaders>().ApplyToPage(context.Response.Headers, context.Request.IsHttps, PagePolicy);
        return next(context);
    }

    private static void Configure(SwaggerUIOptions page)
    {
        page.RoutePrefix = PagePath.TrimStart('/');
        page.DocumentTitle = "Streamix API";
        page.SwaggerEndpoint(Address, "Streamix");
        page.DisplayRequestDuration();
        page.EnableFilter();
    }

    private static async Task<FileContentHttpResult> GetAsync(ServiceDocuments documents, OwnDocument own, HttpContext context)
    {
        var services = await documents.GetAsync(context.RequestAborted);
        var merged = DocumentMerge.Merge(services, await own.GetAsync(context.RequestAborted));
        var bytes = Encoding.UTF8.GetBytes(merged.ToJsonString());
        // What lacks a service must not be what is shown for the next half minute.
        context.Response.Headers.CacheControl = Array.TrueForAll(services, service => service.Document is not null) ? "public, max-age=30" : "no-store";
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
        return TypedResults.File(bytes, "application/json", entityTag: tag);
    }
}
