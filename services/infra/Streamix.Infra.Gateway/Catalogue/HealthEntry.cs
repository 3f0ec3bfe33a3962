namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>When a replica is left out, and when it is tried again.</summary>
public sealed record HealthEntry
{
    public bool Active { get; init; } = true;
    public string Path { get; init; } = "/health";
    public TimeSpan Interval { get; init; } = TimeSpan.FromSeconds(15);
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Transport failures in a row that take a replica out.</summary>
    public int Failures { get; init; } = 2;

    public TimeSpan Reactivation { get; init; } = TimeSpan.FromSeconds(10);
}
