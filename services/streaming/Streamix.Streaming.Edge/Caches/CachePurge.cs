using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.Edges;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>Drops objects from the cache, twice: what was on its way while the first round went is caught by the second.</summary>
internal sealed class CachePurge(CacheFolder cache, IOptions<EdgeOptions> options, TimeProvider time)
{
    public async Task RunAsync(CacheOrder order, CacheTally tally, CancellationToken cancellationToken)
    {
        Round(order.Prefix, tally, cancellationToken);
        await Task.Delay(options.Value.PurgeAgainAfter, time, cancellationToken);
        Round(order.Prefix, tally, cancellationToken);
    }

    private void Round(string prefix, CacheTally tally, CancellationToken cancellationToken)
    {
        if (!prefix.EndsWith('/'))
        {
            Drop(cache.PathOf(prefix), tally);
            return;
        }

        foreach (var (path, key) in cache.Objects())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (key.StartsWith(prefix, StringComparison.Ordinal))
                Drop(path, tally);
        }
    }

    private static void Drop(string path, CacheTally tally)
    {
        if (CacheFolder.Drop(path) is { } bytes)
            tally.Add(bytes);
    }
}
