using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Streamix.ServiceDefaults.Messaging.Bus;

namespace Streamix.ServiceDefaults.Messaging.RabbitMq;

/// <summary>A connection made on first use and again after it was lost.</summary>
internal sealed class RabbitConnection(Func<IConnectionFactory> factory) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private IConnection? _connection;

    public async Task<IConnection> GetAsync(CancellationToken cancellationToken)
    {
        if (_connection is { IsOpen: true } open)
            return open;

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (_connection is { IsOpen: true } opened)
                return opened;
            await CloseAsync();
            return _connection = await factory().CreateConnectionAsync(cancellationToken);
        }
        catch (Exception error) when (RabbitFailure.IsOutage(error))
        {
            throw new BusUnavailableException("RabbitMQ cannot be reached.", error);
        }
        finally
        {
            _gate.Release();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        _gate.Dispose();
    }

    private async Task CloseAsync()
    {
        if (_connection is { } old)
            await RabbitFailure.IgnoreAsync(old.DisposeAsync());
        _connection = null;
    }
}
