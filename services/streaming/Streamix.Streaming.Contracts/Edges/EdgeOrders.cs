namespace Streamix.Streaming.Contracts.Edges;

/// <summary>The answer to a report: what the edge is to do.</summary>
/// <param name="Position">Of the last revocation in this answer; to be told in the next report.</param>
/// <param name="Revoked">Playbacks that get nothing any more, in their order.</param>
/// <param name="More">There are more of them: come again at once.</param>
/// <param name="Orders">For the cache; each comes again until the edge has told its end.</param>
public sealed record EdgeOrders(long Position, IReadOnlyList<RevokedPlayback> Revoked, bool More, IReadOnlyList<CacheOrder> Orders);

/// <summary>A playback that gets nothing any more.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="Until">UTC; later no token of it can be in time.</param>
public sealed record RevokedPlayback(Guid PlaybackId, DateTimeOffset Until);

/// <summary>Something to do with the cache.</summary>
/// <param name="Id">The order; doing it twice does no harm.</param>
/// <param name="Kind">See <see cref="CacheKinds"/>.</param>
/// <param name="Prefix">All objects below it; a single one when it does not end in a slash.</param>
/// <param name="Renditions">Video to prewarm; none: all. Audio, text and playlists always.</param>
/// <param name="MostBytes">Prewarming ends there.</param>
public sealed record CacheOrder(Guid Id, string Kind, string Prefix, IReadOnlyList<string> Renditions, long? MostBytes = null);

/// <summary>Kinds of orders.</summary>
public static class CacheKinds
{
    /// <summary>To forget.</summary>
    public const string Purge = "purge";

    /// <summary>To fetch before somebody asks.</summary>
    public const string Prewarm = "prewarm";
}
