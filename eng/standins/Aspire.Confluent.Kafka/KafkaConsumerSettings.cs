using Confluent.Kafka;

namespace Aspire.Confluent.Kafka;

/// <summary>How a consumer reaches Kafka. Read from <c>Aspire:Confluent:Kafka:Consumer</c>, then its sub-section named after the connection.</summary>
public sealed class KafkaConsumerSettings
{
    /// <summary>The bootstrap servers, <c>host:port</c> with commas; <c>ConnectionStrings:{name}</c> takes precedence over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>Everything else the consumer can be told.</summary>
    public ConsumerConfig Config { get; } = new();

    /// <summary>Switches off the counts and durations.</summary>
    public bool DisableMetrics { get; set; }

    /// <summary>Switches off the spans.</summary>
    public bool DisableTracing { get; set; }

    /// <summary>Switches off the health check.</summary>
    public bool DisableHealthChecks { get; set; }
}
