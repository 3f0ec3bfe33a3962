using Confluent.Kafka;

namespace Aspire.Confluent.Kafka;

/// <summary>How a producer reaches Kafka. Read from <c>Aspire:Confluent:Kafka:Producer</c>, then its sub-section named after the connection.</summary>
public sealed class KafkaProducerSettings
{
    /// <summary>The bootstrap servers, <c>host:port</c> with commas; <c>ConnectionStrings:{name}</c> takes precedence over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Everything else the producer can be told.</summary>
    public ProducerConfig Config { get; } = new();

    /// <summary>Switches off the counts and durations.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>Switches off the spans.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Switches off the health check.</summary>
    public bool DisableHealthChecks { get; set; }
}
