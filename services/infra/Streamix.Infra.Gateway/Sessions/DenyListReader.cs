using StackExchange.Redis;

namespace Streamix.Infra.Gateway.Sessions;

/// <summary>
/// Reads from Redis what is new: entries are written with rising scores, so the newest seconds suffice as long as the number of all entries agrees.
/// When it does not, and now and then anyway, the whole list is read.
/// </summary>
internal sealed class DenyListReader(TimeProvider time)
{
    private static readonly TimeSpan WholeEvery = TimeSpan.FromSeconds(30);

    /// <summary>Seconds by which the clocks of those who write may differ.</summary>
    private const long Overlap = 5;

    private readonly Dictionary<RedisValue, double> _known = [];
    private double _newest;
    private DateTimeOffset _wholeAt = DateTimeOffset.MinValue;

    /// <summary>What was not read before, or everything.</summary>
    public async Task<IReadOnlyList<Revocation>> ReadAsync(IDatabase redis)
    {
        var now = time.GetUtcNow();
        return now - _wholeAt < WholeEvery && await NewsAsync(redis, now.ToUnixTimeSeconds() + Overlap) is { } news ? news : await WholeAsync(redis, now);
    }

    /// <returns>Null when something is missing.</returns>
    private async Task<IReadOnlyList<Revocation>?> NewsAsync(IDatabase redis, long from)
    {
        var both = redis.CreateTransaction();
        var newest = both.SortedSetRangeByScoreWithScoresAsync(Revocation.Key, _newest - Overlap);
        var count = both.SortedSetLengthAsync(Revocation.Key, from);
        await both.ExecuteAsync();
        var news = Keep(await newest);
        return _known.Values.Count(until => until >= from) == await count ? news : null;
    }

    private async Task<IReadOnlyList<Revocation>> WholeAsync(IDatabase redis, DateTimeOffset now)
    {
        var entries = await redis.SortedSetRangeByScoreWithScoresAsync(Revocation.Key, now.ToUnixTimeSeconds());
        _known.Clear();
        (_newest, _wholeAt) = (0, now);
        return Keep(entries);
    }

    private List<Revocation> Keep(SortedSetEntry[] entries)
    {
        var news = new List<Revocation>();
        foreach (var entry in entries)
        {
            if (!_known.TryGetValue(entry.Element, out var until) || until != entry.Score)
            {
                _known[entry.Element] = entry.Score;
                news.Add(Revocation.Of(entry.Element.ToString(), entry.Score));
            }

            _newest = Math.Max(_newest, entry.Score);
        }

        return news;
    }
}
