using Confluent.Kafka;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Aspire.Confluent.Kafka;

/// <summary>Produces a message to the topic <c>healthchecks-topic</c> and expects it to be stored within a second.</summary>
internal sealed class KafkaHealthCheck(ClientConfig client) : IHealthCheck, IDisposable
{
    private const string Topic = "healthchecks-topic";
    private readonly Lazy<IProducer<string, string>> _producer = new(() =>
        new ProducerBuilder<string, string>(Config(client)).SetLogHandler((_, _) => { }).Build()); // the result tells what went wrong

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var message = new Message<string, string> { Key = "healthcheck-key", Value = "check" };
            var result = await _producer.Value.ProduceAsync(Topic, message, cancellationToken);
            return result.Status == PersistenceStatus.NotPersisted
                ? new HealthCheckResult(context.Registration.FailureStatus, "Message is not persisted or a failure is raised on health check for kafka.")
                : HealthCheckResult.Healthy();
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            return new HealthCheckResult(context.Registration.FailureStatus, exception: e);
        }
    }

    public void Dispose()
    {
        if (_producer.IsValueCreated) _producer.Value.Dispose();
    }

    // Only what reaches the broker is shared: a consumer's own settings mean nothing to a producer.
    private static ProducerConfig Config(ClientConfig client) => new(new ClientConfig(client.Where(IsShared).ToDictionary()))
    {
        SocketTimeoutMs = 1000,
        MessageTimeoutMs = 1000,
        StatisticsIntervalMs = 0,
    };

    private static bool IsShared(KeyValuePair<string, string> setting) =>
        setting.Key is "bootstrap.servers" or "security.protocol" or "client.id" ||
        setting.Key.StartsWith("sasl.", StringComparison.Ordinal) || setting.Key.StartsWith("ssl.", StringComparison.Ordinal);
}
