namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>A part of a service with rules of its own. What is absent comes from the service.</summary>
public sealed record RouteEntry
{
    /// <summary>Below the service's path; ASP.NET route syntax.</summary>
    public string Path { get; init; } = "/{**rest}";

    public List<string> Methods { get; init; } = [];

    /// <summary><c>anonymous</c>, <c>session</c> or <c>role:admin,editor</c> (any of them).</summary>
    public string Access { get; init; } = "session";

    /// <summary>Route class: which of the configured limits apply.</summary>
    public string Class { get; init; } = "default";

    public TimeSpan? Timeout { get; init; }
    public long? MaxBodyBytes { get; init; }

    /// <summary>Accepted media types of a body, <c>type/*</c> allowed; empty leaves the judgement to the service.</summary>
    public List<string> Consumes { get; init; } = [];
}
