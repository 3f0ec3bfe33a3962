using RabbitMQ.Client;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

internal sealed class RabbitDelivery(BusMessage message, bool redelivered, IChannel channel, ulong tag, CancellationToken revoked)
    : BusDelivery(message, redelivered, revoked)
{
    public override async ValueTask AcknowledgeAsync()
    {
        if (!Revoked.IsCancellationRequested)
            await RabbitFailure.IgnoreAsync(channel.BasicAckAsync(tag, multiple: false, CancellationToken.None));
    }
}
