using System.Threading.Channels;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>Work that waits, and is done one after the other.</summary>
internal sealed class CacheLine<T>(Func<T, CancellationToken, Task> work)
{
    private readonly Channel<T> _waiting = Channel.CreateUnbounded<T>(new() { SingleReader = true });

    public void Add(T item) => _waiting.Writer.TryWrite(item);

    /// <summary>Until the service ends.</summary>
    public async Task WorkAsync(CancellationToken stoppingToken)
    {
        await foreach (var item in _waiting.Reader.ReadAllAsync(stoppingToken))
            await work(item, stoppingToken);
    }
}
