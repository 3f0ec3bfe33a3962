using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>For operators: what is routed where, and why.</summary>
internal static class AdminEndpoints
{
    public static void MapGatewayAdmin(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/gateway").AllowAnonymous().AddEndpointFilter<AdminNetwork>().WithTags("Gateway");
        group.MapGet("/explain", ExplainAsync).WithName("ExplainRequest").WithSummary("Which route and policies a request would meet").ProducesProblem(StatusCodes.Status422UnprocessableEntity)
            .WithMetadata(RoutePolicy.Own("gateway-explain", "role:admin"));
        group.MapGet("/routes", Routes).WithName("ListRoutes").WithSummary("The route catalogue in force").WithMetadata(RoutePolicy.Own("gateway-routes", "role:admin"));
        group.MapGet("/destinations", Destinations).WithName("ListDestinations").WithSummary("The services with the addresses of their replicas").WithMetadata(RoutePolicy.Own("gateway-destinations", "role:admin"));
    }

    private static async Task<Results<Ok<Explanation>, ProblemHttpResult>> ExplainAsync(
        Explainer explainer, HttpContext context, string path, string method = "GET") =>
        path.StartsWith('/') && path.Length <= 2048 && method.Length <= 16 && method.All(char.IsAsciiLetter)
            ? TypedResults.Ok(await explainer.ExplainAsync(method, path, context.RequestServices))
            : Problems.Invalid("path", "A path that starts with '/' and a method of letters are expected.");

    private static Ok<CatalogueView> Routes(CatalogueStore store)
    {
        var catalogue = store.Current;
        return TypedResults.Ok(new CatalogueView(
            store.Revision,
            store.LoadedAt,
            [.. catalogue.Routes.Select(r => new RouteView(r.Id, r.Pattern, r.Methods, r.Policy.Access.Text, r.Policy.Class, r.Service.Id))],
            [.. catalogue.Views.Select(v => v.Pattern)],
            [.. store.Errors.Select(e => e.ToString())]));
    }

    private static Ok<List<ServiceView>> Destinations(CatalogueStore store, Topology topology) =>
        TypedResults.Ok(store.Current.Services.Select(topology.Of).ToList());
}
