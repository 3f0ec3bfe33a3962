using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Infra.Gateway.Catalogue;
using Streamix.ServiceDefaults.Http;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>For operators: what is routed where, and why.</summary>
internal static class AdminEndpoints
{
    public static void MapGatewayAdmin(this IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api/v1/gateway").AllowAnonymous().AddEndpointFilter<AdminNetwork>();
        group.MapGet("/explain", ExplainAsync).WithMetadata(RoutePolicy.Own("gateway-explain", "role:admin"));
        group.MapGet("/routes", Routes).WithMetadata(RoutePolicy.Own("gateway-routes", "role:admin"));
        group.MapGet("/destinations", Destinations).WithMetadata(RoutePolicy.Own("gateway-destinations", "role:admin"));
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
