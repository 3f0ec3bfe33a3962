using System.Collections.Frozen;

namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>Everything the gateway routes, immutable; a change makes another one.</summary>
public sealed record RouteCatalogue(IReadOnlyList<ServicePlan> Services, IReadOnlyList<RoutePlan> Routes, IReadOnlyList<ViewPlan> Views)
{
    public static RouteCatalogue Empty { get; } = new([], [], []);

    public FrozenDictionary<string, RoutePlan> RoutesById { get; } = Routes.ToFrozenDictionary(r => r.Id, StringComparer.Ordinal);
}
