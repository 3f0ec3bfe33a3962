using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Heartbeats;

/// <summary>What does not change while something plays.</summary>
internal sealed record PlaybackFacts(Guid Id, Guid AccountId, Guid ProfileId, Guid TitleId, string Kind, double Duration, double CreditsAt, string Country, IReadOnlyList<string> Edges)
{
    /// <summary>What the player says, when it can be; else the first one.</summary>
    public string EdgeOf(string? told) => told is not null && Edges.Contains(told, StringComparer.Ordinal) ? told : Edges.Count > 0 ? Edges[0] : "";
}

/// <summary>Keeps them in memory between heartbeats.</summary>
internal sealed class PlaybackFactsReader(PlaybackDb db, IMemoryCache cache)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(2);

    /// <summary>Null when the account has no such playback.</summary>
    public async Task<PlaybackFacts?> FindAsync(Guid account, Guid id, CancellationToken cancellationToken)
    {
        if (!cache.TryGetValue(id, out PlaybackFacts? facts))
        {
            var p = await db.Playbacks.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id && row.AccountId == account, cancellationToken);
            if (p is null)
                return null;
            facts = Of(p);
            cache.Set(id, facts, new MemoryCacheEntryOptions { SlidingExpiration = Kept });
        }
        return facts?.AccountId == account ? facts : null;
    }

    private static PlaybackFacts Of(Playback p) => new(
        p.Id, p.AccountId, p.ProfileId, p.TitleId, p.Kind, p.Duration, p.CreditsAt, p.Country, [.. p.Routes.Edges.Select(e => e.Edge)]);
}
