using System.Collections.Concurrent;

namespace Streamix.Streaming.CdnOrchestrator.Revocations;

/// <summary>
/// Revoked playbacks in memory, so that nothing is signed for them. Other replicas' come with a second's delay; a token signed meanwhile is refused
/// by the edges, which remember a revocation longer than any token lasts.
/// </summary>
internal sealed class RevokedPlaybacks(IServiceScopeFactory scopes, TimeProvider time)
{
    private readonly ConcurrentDictionary<Guid, DateTimeOffset> _until = new();
    private long _position;

    public bool Has(Guid playbackId) => _until.TryGetValue(playbackId, out var until) && until > time.GetUtcNow();

    public void Add(Guid playbackId, DateTimeOffset until) => _until[playbackId] = until;

    /// <summary>Reads what is new, and forgets what is over. One at a time.</summary>
    public async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var desk = scope.ServiceProvider.GetRequiredService<RevocationDesk>();
        RevokedSince since;
        do
        {
            since = await desk.AfterAsync(_position, cancellationToken);
            foreach (var revocation in since.Revoked)
                _until[revocation.PlaybackId] = revocation.Until;
            _position = since.Position;
        }
        while (since.More);
        var now = time.GetUtcNow();
        foreach (var (playback, until) in _until)
            if (until <= now)
                _until.TryRemove(playback, out _);
    }
}
