namespace Aspire.StackExchange.Redis;

/// <summary>How Redis is reached. Read from <c>Aspire:StackExchange:Redis</c>, then its sub-section named after the connection.</summary>
public sealed class StackExchangeRedisSettings
{
    /// <summary>The configuration string; <c>ConnectionStrings:{name}</c> takes precedence over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Switches off the health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Switches off the spans of commands.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>When false, the connection is opened as the host starts rather than on first use.</summary>
    public bool DisableAutoActivation { get; set; } = true;
}
