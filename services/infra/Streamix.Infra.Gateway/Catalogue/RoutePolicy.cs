namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>What a request must satisfy before it reaches an endpoint; the endpoint's metadata.</summary>
public sealed record RoutePolicy
{
    public required string RouteId { get; init; }
    public required Access Access { get; init; }
    public string Class { get; init; } = "default";
    public long MaxBodyBytes { get; init; } = 1024 * 1024;
    public IReadOnlyList<string> Consumes { get; init; } = [];

    public static RoutePolicy Own(string id, string access, string @class = "default") =>
        new() { RouteId = id, Access = Access.Parse(access), Class = @class };
}
