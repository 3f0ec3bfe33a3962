namespace Aspire.RabbitMQ.Client;

/// <summary>How RabbitMQ is reached. Read from <c>Aspire:RabbitMQ:Client</c>, then its sub-section named after the connection.</summary>
public sealed class RabbitMQClientSettings
{
    /// <summary>An <c>amqp://</c> address; <c>ConnectionStrings:{name}</c> takes precedence over the section's value.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>How often a refused connection is tried again, waiting 1 s at first and twice as long each time.</summary>
    public int MaxConnectRetryCount { get; set; } = 5;

    /// <summary>Switches off the health check.</summary>
    public bool DisableHealthChecks { get; set; }

    /// <summary>Switches off the spans of connecting, publishing and receiving.</summary>
    public bool DisableTracing { get; set; }
}
