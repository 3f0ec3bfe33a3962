namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>One file of the catalogue: the services of a cluster and the views composed of them.</summary>
public sealed record ClusterFile
{
    public required string Cluster { get; init; }
    public Dictionary<string, ServiceEntry> Services { get; init; } = [];
    public Dictionary<string, ViewEntry> Views { get; init; } = [];
}
