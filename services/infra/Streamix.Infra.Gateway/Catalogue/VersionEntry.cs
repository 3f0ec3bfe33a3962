namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>One deployed version of a service and its share of the traffic.</summary>
public sealed record VersionEntry
{
    public string Name { get; init; } = "stable";
    public string? Resource { get; init; }

    /// <summary>Relative to the other versions; 0 takes it out of the rotation.</summary>
    public int Weight { get; init; } = 100;
}
