using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Data;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Finds playbacks. Whose they are is part of every question.</summary>
internal sealed class PlaybackDesk(PlaybackDb db, IOptions<PlaybackOptions> options, TimeProvider time)
{
    private static readonly Order<Playback> LatestFirst = Order.Descending((Playback p) => p.StartedAt).ThenDescending(p => p.Id);

    public Task<Playback?> FindAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == account && p.Id == id, cancellationToken);

    /// <summary>Whoever has its manifest key, or an operator.</summary>
    public Task<Playback?> FindAnyAsync(Guid id, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>What an account plays now.</summary>
    public Task<Page<PlaybackView>> ListAsync(Guid account, string? session, PageQuery page, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().Where(p => p.AccountId == account && p.State == PlaybackState.Playing)
            .ToPageAsync(page, LatestFirst, p => PlaybackView.Of(p, session), cancellationToken);

    /// <summary>When the PIN of the profile was last entered in the session, as far as that still holds.</summary>
    public async Task<DateTimeOffset?> PinEnteredAtAsync(string session, Guid profile, CancellationToken cancellationToken)
    {
        var oldest = time.GetUtcNow() - options.Value.PinHolds;
        return await db.Playbacks.Where(p => p.SessionId == session && p.ProfileId == profile && p.PinEnteredAt >= oldest).MaxAsync(p => p.PinEnteredAt, cancellationToken);
    }
}
