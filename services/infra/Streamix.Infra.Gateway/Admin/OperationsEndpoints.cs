using Microsoft.AspNetCore.Http.HttpResults;
using Streamix.Infra.Gateway.Catalogue;

namespace Streamix.Infra.Gateway.Admin;

/// <summary>
/// What the admin tool asks of the gateway itself, from wherever its people are: by role alone, and without the addresses of replicas.
/// What it asks of services stands in the catalogue, see <see cref="OperationRoutes"/>.
/// </summary>
internal static class OperationsEndpoints
{
    public static void MapOperations(this IEndpointRouteBuilder app)
    {
        var operations = app.MapGroup(OperationRoutes.PublicPath).AllowAnonymous().WithTags("Operations");
        operations.MapGet("/services", Services).WithName("ListOperatedServices").WithSummary("The services and what operators may ask of each")
            .WithMetadata(RoutePolicy.Own("operations-services", "role:admin,support"));
        operations.MapGet("/topology", Read).WithName("ReadTopology").WithSummary("The services of this platform as the gateway sees them now: versions, replicas, health, breakers")
            .WithMetadata(RoutePolicy.Own("operations-topology", "role:admin"));
    }

    private static Ok<List<OperatedService>> Services(CatalogueStore store) =>
        TypedResults.Ok(store.Current.Services.Where(s => s.Settings.Operations.Count > 0).OrderBy(s => s.Id, StringComparer.Ordinal)
            .Select(s => new OperatedService(s.Id, s.Settings.Operations)).ToList());

    private static Ok<List<ServiceState>> Read(CatalogueStore store, Topology topology, IConfiguration configuration) =>
        TypedResults.Ok(store.Current.Services.Where(s => IsOfThisPlatform(s, configuration)).OrderBy(s => s.Id, StringComparer.Ordinal)
            .Select(s => ServiceState.Of(topology.Of(s))).ToList());

    /// <summary>A service that was never started here, as the sample, is not down.</summary>
    private static bool IsOfThisPlatform(ServicePlan service, IConfiguration configuration) =>
        service.Versions.Any(v => configuration.GetSection($"services:{v.Resource}").Exists());
}

/// <summary>A service of which operators may ask something.</summary>
/// <param name="Service">As <c>users-account</c>.</param>
/// <param name="Offers"><c>dead-letters</c>, <c>audit</c>.</param>
public sealed record OperatedService(string Service, IReadOnlyList<string> Offers);

/// <summary>A service at this moment.</summary>
/// <param name="Service">As <c>users-account</c>.</param>
/// <param name="State">Of its best version: <c>up</c>, <c>degraded</c> (a replica or version is left out) or <c>down</c>.</param>
/// <param name="Versions">Each with its share of the traffic.</param>
public sealed record ServiceState(string Service, string State, IReadOnlyList<VersionState> Versions)
{
    internal static ServiceState Of(ServiceView view)
    {
        IReadOnlyList<VersionState> versions = [.. view.Versions.Select(VersionState.Of)];
        var serving = versions.Where(v => v.Weight > 0).ToList();
        var state = !serving.Exists(v => v.IsUp) ? "down" : serving.TrueForAll(v => v.IsWhole) ? "up" : "degraded";
        return new ServiceState(view.Id, state, versions);
    }
}

/// <summary>A version of a service.</summary>
/// <param name="Name">As <c>stable</c>.</param>
/// <param name="Resource">The resource of the graph.</param>
/// <param name="Weight">Relative to the other versions.</param>
/// <param name="Breaker"><c>closed</c>, <c>half-open</c> or <c>open</c>: the version is given a rest.</param>
/// <param name="Replicas">Those that are known.</param>
public sealed record VersionState(string Name, string Resource, int Weight, string Breaker, IReadOnlyList<ReplicaState> Replicas)
{
    internal bool IsUp => Breaker != "open" && Replicas.Any(r => r.Healthy);

    internal bool IsWhole => Breaker == "closed" && Replicas.Count > 0 && Replicas.All(r => r.Healthy);

    internal static VersionState Of(VersionView view) => new(
        view.Name, view.Resource, view.Weight, view.Breaker,
        [.. view.Destinations.Select((d, i) => new ReplicaState(i + 1, d.Active != "Unhealthy" && d.Passive != "Unhealthy", d.Active, d.Passive, d.Requests))]);
}

/// <summary>A replica.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Healthy">Neither its probes nor real requests speak against it.</param>
/// <param name="Probes">Of its health address: <c>Healthy</c>, <c>Unhealthy</c> or <c>Unknown</c>.</param>
/// <param name="Traffic">Of real requests.</param>
/// <param name="Requests">In work now.</param>
public sealed record ReplicaState(int Number, bool Healthy, string Probes, string Traffic, int Requests);
