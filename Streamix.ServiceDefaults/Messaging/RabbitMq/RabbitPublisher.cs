using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>Publishes persistent, mandatory messages on one channel and waits for each confirmation.</summary>
internal sealed class RabbitPublisher(RabbitConnection connection) : IAsyncDisposable
{
    // The client's limiter slows down at half its limit already; the relay's batch size bounds what is outstanding.
    private const int Outstanding = 8192;

    private static readonly CreateChannelOptions ChannelOptions = new(
        publisherConfirmationsEnabled: true,
        publisherConfirmationTrackingEnabled: true,
        outstandingPublisherConfirmationsRateLimiter: new ThrottlingRateLimiter(Outstanding));

    private readonly SemaphoreSlim _gate = new(1);
    private IChannel? _channel;

    public async Task<PublishOutcome> PublishAsync(BusMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var channel = await ChannelAsync(cancellationToken);
            await channel.BasicPublishAsync(
                RabbitTopology.Exchange,
                RabbitTopology.RoutingKey(message.Type, message.Subject),
                mandatory: true,
                RabbitMessage.Properties(message),
                message.Body,
                cancellationToken);
            return PublishOutcome.Confirmed;
        }
        catch (PublishException error) when (error.IsReturn)
        {
            return PublishOutcome.Unrouted;
        }
        catch (Exception error) when (RabbitFailure.IsOutage(error))
        {
            throw new BusUnavailableException("RabbitMQ did not confirm.", error);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_channel is { } channel)
            await RabbitFailure.IgnoreAsync(channel.DisposeAsync());
        _gate.Dispose();
    }

    private async ValueTask<IChannel> ChannelAsync(CancellationToken cancellationToken)
    {
        if (_channel is { IsOpen: true } open)
            return open;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_channel is { IsOpen: true } opened)
                return opened;
            if (_channel is { } old)
                await RabbitFailure.IgnoreAsync(old.DisposeAsync());
            var channel = await (await connection.GetAsync(cancellationToken)).CreateChannelAsync(ChannelOptions, cancellationToken);
            await RabbitTopology.DeclareExchangeAsync(channel, cancellationToken);
            return _channel = channel;
        }
        finally
        {
            _gate.Release();
        }
    }
}
