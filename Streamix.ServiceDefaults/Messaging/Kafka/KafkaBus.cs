using Confluent.Kafka;
using Microsoft.Extensions.Logging;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

/// <summary>Events over Kafka: an idempotent producer, and consumers that commit after the effect.</summary>
internal sealed class KafkaBus(KafkaClients clients, ILogger<KafkaBus> logger) : IEventBus
{
    private readonly Lock _gate = new();
    private IProducer<string, byte[]>? _producer;

    public string System => "kafka";

    public async Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken)
    {
        var producer = Producer();
        try
        {
            var result = await producer.ProduceAsync(message.Type, KafkaMessage.Write(message), cancellationToken);
            return result.Status is PersistenceStatus.Persisted
                ? PublishOutcome.Confirmed
                : throw new BusUnavailableException("Kafka did not confirm.");
        }
        catch (KafkaException error)
        {
            if (error.Error.IsFatal)
                Discard(producer);
            throw new BusUnavailableException("Kafka did not confirm.", error);
        }
        catch (OperationCanceledException error)
        {
            throw new BusUnavailableException("Kafka did not confirm in time.", error);
        }
    }

    public Task<IBusSession> SubscribeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken) =>
        Task.FromResult<IBusSession>(new KafkaSession(clients.ConsumerConfig(subscription.Group), subscription, receive, logger));

    public ValueTask DisposeAsync()
    {
        _producer?.Dispose();
        return ValueTask.CompletedTask;
    }

    private IProducer<string, byte[]> Producer()
    {
        lock (_gate)
            return _producer ??= clients.NextProducer();
    }

    /// <summary>After a fatal error an idempotent producer refuses everything; a new one goes on.</summary>
    private void Discard(IProducer<string, byte[]> producer)
    {
        lock (_gate)
        {
            if (!ReferenceEquals(_producer, producer))
                return;
            _producer = null;
        }

        producer.Dispose();
    }
}
