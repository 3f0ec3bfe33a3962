using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Storage;
using Streamix.Streaming.Contracts.Edges;
using Streamix.Streaming.Edge.Nginx;

namespace Streamix.Streaming.Edge.Caches;

/// <summary>
/// Has nginx fetch objects before anybody asks: playlists and first segments first, as their keys sort, a few at once. One that cannot be had does not keep the others
/// from coming.
/// </summary>
internal sealed partial class CachePrewarm(IObjectStore store, InnerClient nginx, IOptions<EdgeOptions> options, ILogger<CachePrewarm> logger)
{
    private const int AtOnce = 4;

    public async Task RunAsync(CacheOrder order, CacheTally tally, CancellationToken cancellationToken)
    {
        List<string> keys = [];
        var bytes = 0L;
        await foreach (var found in store.ListAsync(options.Value.Renditions, order.Prefix, cancellationToken))
        {
            // Without a slash at its end it names one object, and not those that begin alike.
            if (!order.Prefix.EndsWith('/') && found.Key != order.Prefix || !IsWanted(found.Key[order.Prefix.Length..], order.Renditions))
                continue;
            if (order.MostBytes is { } most && bytes + found.Bytes > most)
                break;
            bytes += found.Bytes;
            keys.Add(found.Key);
        }

        await Parallel.ForEachAsync(keys, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (key, token) =>
            await WarmAsync(key, tally, token));
    }

    private async Task WarmAsync(string key, CacheTally tally, CancellationToken cancellationToken)
    {
        try
        {
            tally.Add(await nginx.WarmAsync(key, cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            tally.Fail();
            Log.NotFetched(logger, key, e.GetType().Name);
        }
    }

    /// <summary>All but the video of renditions that nobody asked for.</summary>
    internal static bool IsWanted(string file, IReadOnlyList<string> renditions) =>
        renditions.Count == 0 || !file.StartsWith("video/", StringComparison.Ordinal) || file.Split('/') is ["video", var rendition, ..] && renditions.Contains(rendition);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Warning, "{Key} could not be fetched before anybody asks ({Error})")]
        public static partial void NotFetched(ILogger logger, string key, string error);
    }
}
