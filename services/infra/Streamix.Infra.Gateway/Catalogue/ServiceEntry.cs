namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A service as the public sees it. Everything has a default, so that <c>"notes": {}</c> is a whole entry.</summary>
public sealed record ServiceEntry
{
    /// <summary>Public path prefixes; by default <c>/api/v1/&lt;service&gt;</c>. The service sees them without <c>/api/v1</c>.</summary>
    public List<string> Paths { get; init; } = [];

    /// <summary>By default one version: the resource <c>&lt;cluster&gt;-&lt;service&gt;</c>.</summary>
    public List<VersionEntry> Versions { get; init; } = [];

    /// <summary>The same user (or address, without a session) keeps meeting the same version.</summary>
    public bool Sticky { get; init; } = true;

    public string Balance { get; init; } = "PowerOfTwoChoices";

    /// <summary>Whole exchange of an ordinary request; WebSockets are exempt.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How many other replicas a safe request may be offered to after the first one failed.</summary>
    public int Retries { get; init; } = 1;

    public long MaxBodyBytes { get; init; } = 1024 * 1024;

    /// <summary>Whether the service's document is part of the merged one.</summary>
    public bool OpenApi { get; init; } = true;

    /// <summary>Serves pages for people, which bring their own content security policy.</summary>
    public bool Pages { get; init; }

    /// <summary>What operators may ask of it, of <see cref="OperationRoutes.Kinds"/>: routed from <c>/api/v1/operations/&lt;cluster&gt;-&lt;service&gt;/&lt;kind&gt;</c>.</summary>
    public List<string> Operations { get; init; } = [];

    public HealthEntry Health { get; init; } = new();
    public BreakerEntry Breaker { get; init; } = new();

    /// <summary>By default one route for everything, open to any session.</summary>
    public List<RouteEntry> Routes { get; init; } = [];
}
