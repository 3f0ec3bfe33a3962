namespace Streamix.Infra.Gateway.Limits;

/// <summary>Whether a request may pass, and what its headers say.</summary>
internal readonly record struct LimitDecision(bool Admitted, LimitRule? Rule, int Remaining, TimeSpan RetryAfter, TimeSpan Reset)
{
    public static LimitDecision Unlimited { get; } = new(true, null, 0, default, default);
}
