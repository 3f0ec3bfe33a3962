using Microsoft.AspNetCore.Routing.Matching;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Proxy;

/// <summary>
/// What lies below <c>/api</c> and <c>/.well-known</c> is no page: the route of all pages does not take it, whatever else there is. A constraint
/// of that route would come too late: the router would have counted it already among those that know the method, and say 405 where nothing is.
/// </summary>
internal sealed class MachinesPaths : MatcherPolicy, INodeBuilderPolicy
{
    private static readonly string[] Roots = ["/api", "/.well-known"];
    private static readonly object ForMachines = new();
    private static readonly object Elsewhere = new();

    /// <summary>Before the methods are looked at (-1000).</summary>
    public override int Order => -2000;

    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) => endpoints.Any(IsPage);

    public IReadOnlyList<PolicyNodeEdge> GetEdges(IReadOnlyList<Endpoint> endpoints)
    {
        List<Endpoint> services = [.. endpoints.Where(endpoint => !IsPage(endpoint))];
        return services.Count == 0 ? [new(Elsewhere, endpoints)] : [new(Elsewhere, endpoints), new(ForMachines, services)];
    }

    public PolicyJumpTable BuildJumpTable(int exitDestination, IReadOnlyList<PolicyJumpTableEdge> edges)
    {
        var destinations = edges.ToDictionary(edge => edge.State, edge => edge.Destination);
        return new ByPath(destinations.GetValueOrDefault(Elsewhere, exitDestination), destinations.GetValueOrDefault(ForMachines, exitDestination));
    }

    private static bool IsPage(Endpoint endpoint) => endpoint.Metadata.GetMetadata<RoutePlan>() is { } plan && !Planning.IsPublic(plan.Pattern);

    private sealed class ByPath(int elsewhere, int forMachines) : PolicyJumpTable
    {
        public override int GetDestination(HttpContext httpContext) =>
            Roots.Any(root => httpContext.Request.Path.StartsWithSegments(root, StringComparison.OrdinalIgnoreCase)) ? forMachines : elsewhere;
    }
}
