using System.Diagnostics;
using Confluent.Kafka;

namespace Aspire.Confluent.Kafka;

internal sealed class ObservedProducer<TKey, TValue>(IProducer<TKey, TValue> producer, Telemetry telemetry) : IProducer<TKey, TValue>
{
    public Handle Handle => producer.Handle;

    public string Name => producer.Name;

    public Task<DeliveryResult<TKey, TValue>> ProduceAsync(string topic, Message<TKey, TValue> message, CancellationToken cancellationToken = default) =>
        ObserveAsync(topic, message, () => producer.ProduceAsync(topic, message, cancellationToken));

    public Task<DeliveryResult<TKey, TValue>> ProduceAsync(TopicPartition topicPartition, Message<TKey, TValue> message, CancellationToken cancellationToken = default) =>
        ObserveAsync(topicPartition.Topic, message, () => producer.ProduceAsync(topicPartition, message, cancellationToken));

    public void Produce(string topic, Message<TKey, TValue> message, Action<DeliveryReport<TKey, TValue>>? deliveryHandler = null) =>
        Observe(topic, message, deliveryHandler, handler => producer.Produce(topic, message, handler));

    public void Produce(TopicPartition topicPartition, Message<TKey, TValue> message, Action<DeliveryReport<TKey, TValue>>? deliveryHandler = null) =>
        Observe(topicPartition.Topic, message, deliveryHandler, handler => producer.Produce(topicPartition, message, handler));

    public int AddBrokers(string brokers) => producer.AddBrokers(brokers);

    public void SetSaslCredentials(string username, string password) => producer.SetSaslCredentials(username, password);

    public int Poll(TimeSpan timeout) => producer.Poll(timeout);

    public int Flush(TimeSpan timeout) => producer.Flush(timeout);

    public void Flush(CancellationToken cancellationToken = default) => producer.Flush(cancellationToken);

    public void InitTransactions(TimeSpan timeout) => producer.InitTransactions(timeout);

    public void BeginTransaction() => producer.BeginTransaction();

    public void CommitTransaction(TimeSpan timeout) => producer.CommitTransaction(timeout);

    public void CommitTransaction() => producer.CommitTransaction();

    public void AbortTransaction(TimeSpan timeout) => producer.AbortTransaction(timeout);

    public void AbortTransaction() => producer.AbortTransaction();

    public void SendOffsetsToTransaction(IEnumerable<TopicPartitionOffset> offsets, IConsumerGroupMetadata groupMetadata, TimeSpan timeout) =>
        producer.SendOffsetsToTransaction(offsets, groupMetadata, timeout);

    public void Dispose() => producer.Dispose();

    private async Task<DeliveryResult<TKey, TValue>> ObserveAsync(string topic, Message<TKey, TValue> message, Func<Task<DeliveryResult<TKey, TValue>>> produce)
    {
        var started = Stopwatch.GetTimestamp();
        var span = telemetry.StartPublish(topic, message);
        try
        {
            var result = await produce();
            telemetry.EndPublish(span, topic, started, error: null);
            return result;
        }
        catch (Exception e)
        {
            telemetry.EndPublish(span, topic, started, e);
            throw;
        }
    }

    private void Observe(
        string topic, Message<TKey, TValue> message, Action<DeliveryReport<TKey, TValue>>? deliveryHandler, Action<Action<DeliveryReport<TKey, TValue>>?> produce)
    {
        var started = Stopwatch.GetTimestamp();
        var span = telemetry.StartPublish(topic, message);
        try
        {
            produce(deliveryHandler);
            telemetry.EndPublish(span, topic, started, error: null);
        }
        catch (Exception e)
        {
            telemetry.EndPublish(span, topic, started, e);
            throw;
        }
    }
}
