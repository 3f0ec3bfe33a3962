using StackExchange.Redis;

namespace Streamix.Infra.Gateway.Limits;

/// <summary>The connection to Redis, opened in the background when first wanted, so that no request waits for a dead server.</summary>
internal sealed class RedisLink(IServiceProvider services, string? connection = null)
{
    private readonly Lock _gate = new();
    private Task<IConnectionMultiplexer>? _opening;

    /// <summary>The connection if it is there and alive.</summary>
    public IConnectionMultiplexer? Current => Opening() is { IsCompletedSuccessfully: true, Result: { IsConnected: true } open } ? open : null;

    /// <summary>Waits for the first connection.</summary>
    /// <exception cref="TimeoutException">It is not there in time.</exception>
    /// <exception cref="RedisConnectionException">It was there and is lost.</exception>
    public async ValueTask<IConnectionMultiplexer> GetAsync(TimeSpan patience)
    {
        var opening = Opening();
        var open = await opening.WaitAsync(patience);
        return open.IsConnected
            ? open
            : throw new RedisConnectionException(ConnectionFailureType.UnableToConnect, "Redis is not connected.");
    }

    private Task<IConnectionMultiplexer> Opening()
    {
        if (_opening is { IsFaulted: false } open)
        {
            return open;
        }

        lock (_gate)
        {
            return _opening is { IsFaulted: false } ? _opening : _opening = Task.Run(Connect);
        }
    }

    private IConnectionMultiplexer Connect() => connection is null
        ? services.GetRequiredService<IConnectionMultiplexer>()
        : services.GetRequiredKeyedService<IConnectionMultiplexer>(connection);
}
