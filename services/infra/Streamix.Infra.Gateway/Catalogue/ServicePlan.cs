namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A service with its defaults filled in.</summary>
public sealed record ServicePlan(string Id, IReadOnlyList<string> Paths, IReadOnlyList<VersionPlan> Versions, ServiceEntry Settings)
{
    public int TotalWeight { get; } = Versions.Sum(v => v.Weight);
}

/// <summary>A version of a service: one destination cluster of the proxy.</summary>
public sealed record VersionPlan(string ClusterId, string Name, string Resource, int Weight);
