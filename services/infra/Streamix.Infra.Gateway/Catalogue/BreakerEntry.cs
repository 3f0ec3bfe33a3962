namespace Streamix.Infra.Gateway.Catalogue;

/// <summary>When a whole version is given a rest: too large a share of its answers in the window were failures.</summary>
public sealed record BreakerEntry
{
    public double Ratio { get; init; } = 0.5;
    public int Minimum { get; init; } = 20;
    public TimeSpan Window { get; init; } = TimeSpan.FromSeconds(10);
    public TimeSpan Open { get; init; } = TimeSpan.FromSeconds(5);
}
