namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A view with everything decided.</summary>
public sealed record ViewPlan(string Pattern, TimeSpan Budget, IReadOnlyList<PartPlan> Parts, RoutePolicy Policy);

/// <summary>A part of a view.</summary>
public sealed record PartPlan(string Name, string Resource, string Path, TimeSpan Budget, bool Required);
