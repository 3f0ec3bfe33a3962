using Microsoft.Extensions.Caching.Memory;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Heartbeats;

/// <summary>What seldom changes while something plays: only a renewal may bring other edges.</summary>
internal sealed record PlaybackFacts(Guid Id, Guid AccountId, Guid ProfileId, Guid TitleId, string Kind, double Duration, double CreditsAt, string Country, IReadOnlyList<string> Edges)
{
    /// <summary>What the player says, when it can be; else the first one.</summary>
    public string EdgeOf(string? told) => told is not null && Edges.Contains(told, StringComparer.Ordinal) ? told : Edges.Count > 0 ? Edges[0] : "";
}

/// <summary>Keeps them in memory between heartbeats, for a moment only: another replica may renew.</summary>
internal sealed class PlaybackFactsReader(PlaybackDesk desk, IMemoryCache cache, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(1);

    /// <summary>Null when the profile has no such playback.</summary>
    public async Task<PlaybackFacts?> FindAsync(Guid account, Guid? profile, Guid id, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (cache.TryGetValue(id, out Known? known) && now - known!.ReadAt < Kept)
            return known.Facts.AccountId == account && known.Facts.ProfileId == profile ? known.Facts : null;
        if (await desk.FindAsync(account, profile, id, cancellationToken) is not { } playback)
            return null;
        var facts = Of(playback);
        cache.Set(id, new Known(facts, now), Kept);
        return facts;
    }

    private static PlaybackFacts Of(Playback p) => new(
        p.Id, p.AccountId, p.ProfileId, p.TitleId, p.Kind, p.Duration, p.CreditsAt, p.Country, [.. p.Routes.Edges.Select(e => e.Edge)]);

    private sealed record Known(PlaybackFacts Facts, DateTimeOffset ReadAt);
}
