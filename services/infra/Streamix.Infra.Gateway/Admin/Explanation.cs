namespace Streamix.Infra.Gateway.Admin;

/// <summary>What a request would meet.</summary>
public sealed record Explanation
{
    public required string Method { get; init; }
    public required string Path { get; init; }

    /// <summary><c>route</c>, <c>view</c>, <c>gateway</c>, <c>hidden</c> or <c>nothing</c>.</summary>
    public required string Meets { get; init; }

    public string? Route { get; init; }
    public string? Pattern { get; init; }
    public string? Access { get; init; }
    public LimitsView? Limits { get; init; }
    public long? MaxBodyBytes { get; init; }
    public IReadOnlyList<string>? Consumes { get; init; }
    public bool OriginChecked { get; init; }
    public TimeSpan? Timeout { get; init; }
    public int? Retries { get; init; }
    public string? ServicePath { get; init; }
    public ServiceView? Service { get; init; }
    public IReadOnlyList<string>? Parts { get; init; }
}

public sealed record LimitsView(string Class, string? PerUser, string? PerAddress);

public sealed record ServiceView(string Id, bool Sticky, string Balance, IReadOnlyList<VersionView> Versions);

public sealed record VersionView(string Name, string Resource, int Weight, string Breaker, IReadOnlyList<DestinationView> Destinations);

public sealed record DestinationView(string Address, string Active, string Passive, int Requests);

public sealed record RouteView(string Id, string Pattern, IReadOnlyList<string> Methods, string Access, string Class, string Service);

public sealed record CatalogueView(int Revision, DateTimeOffset LoadedAt, IReadOnlyList<RouteView> Routes, IReadOnlyList<string> Views, IReadOnlyList<string> Errors);
