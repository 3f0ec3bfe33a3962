namespace Streamix.Infra.Gateway.Limits;

/// <summary>Section <c>Gateway:Limits</c>.</summary>
public sealed class LimitsOptions
{
    public const string Section = "Gateway:Limits";

    public bool Enabled { get; set; } = true;

    /// <summary>Begins every key in Redis.</summary>
    public string Prefix { get; set; } = "gateway:limit:";

    /// <summary>How long a call to Redis may take before the local limiter decides.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromMilliseconds(250);

    /// <summary>How long the local limiter decides after Redis failed.</summary>
    public TimeSpan Pause { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How long taken permits may be used.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many users and addresses are remembered here.</summary>
    public int Buckets { get; set; } = 100_000;

    public Dictionary<string, LimitClass> Classes { get; set; } = new(StringComparer.Ordinal);
}

/// <summary>The limits of a route class; a missing one does not limit.</summary>
public sealed class LimitClass
{
    public LimitRule? User { get; set; }
    public LimitRule? Address { get; set; }
}
