namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A route of a service with everything decided.</summary>
public sealed record RoutePlan(ServicePlan Service, string Pattern, IReadOnlyList<string> Methods, TimeSpan Timeout, RoutePolicy Policy)
{
    public string Id => Policy.RouteId;

    /// <summary>What stands before the service's own path; null when it is just <see cref="Planning.PublicPrefix"/>, or nothing.</summary>
    public string? Prefix { get; init; }
}
