using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.Kafka;

internal sealed class KafkaDelivery(BusMessage message, long offset, PartitionProgress progress)
    : BusDelivery(message, redelivered: false, progress.Revoked)
{
    public override ValueTask AcknowledgeAsync()
    {
        progress.Done(offset);
        return ValueTask.CompletedTask;
    }

    public override void Abandon() => progress.Abandoned();
}
