using RabbitMQ.Client;
using RabbitMQ.Client.Events;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>One channel that consumes all partitions of a group.</summary>
internal sealed class RabbitSession : IBusSession
{
    private readonly IChannel _channel;
    private readonly CancellationTokenSource _revoked = new();
    private readonly TaskCompletionSource _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool _stopping;

    private RabbitSession(IChannel channel)
    {
        _channel = channel;
        channel.ChannelShutdownAsync += (_, _) => EndAsync();
    }

    public Task Lost => _lost.Task;

    public static async Task<RabbitSession> OpenAsync(
        IConnection connection, BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken)
    {
        var session = new RabbitSession(await connection.CreateChannelAsync(cancellationToken: cancellationToken));
        try
        {
            await session.ConsumeAsync(subscription, receive, cancellationToken);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Cancelling the consumers would hand the queues on while earlier messages are still here. Closing the channel puts those
    /// back first, so until then what comes is left unacknowledged.
    /// </summary>
    public Task StopReceivingAsync(CancellationToken cancellationToken)
    {
        _stopping = true;
        return Task.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await RabbitFailure.IgnoreAsync(_channel.DisposeAsync());
        await EndAsync();
        _revoked.Dispose();
    }

    private async Task ConsumeAsync(BusSubscription subscription, Action<BusDelivery> receive, CancellationToken cancellationToken)
    {
        await RabbitTopology.DeclareExchangeAsync(_channel, cancellationToken);
        await _channel.BasicQosAsync(0, (ushort)Math.Clamp(subscription.Prefetch / RabbitTopology.Partitions, 1, ushort.MaxValue), global: false, cancellationToken);
        for (var partition = 0; partition < RabbitTopology.Partitions; partition++)
        {
            await RabbitTopology.DeclareQueueAsync(_channel, subscription, partition, cancellationToken);
            var consumer = new AsyncEventingBasicConsumer(_channel);
            consumer.ReceivedAsync += (_, delivery) => Receive(delivery, receive);
            consumer.UnregisteredAsync += (_, _) => EndAsync();
            await _channel.BasicConsumeAsync(RabbitTopology.Queue(subscription.Group, partition), autoAck: false, consumer, cancellationToken);
        }
    }

    private Task Receive(BasicDeliverEventArgs delivery, Action<BusDelivery> receive)
    {
        if (!_stopping)
            receive(new RabbitDelivery(RabbitMessage.Read(delivery), delivery.Redelivered, _channel, delivery.DeliveryTag, _revoked.Token));
        return Task.CompletedTask;
    }

    private async Task EndAsync()
    {
        if (_lost.TrySetResult())
            await _revoked.CancelAsync();
    }
}
