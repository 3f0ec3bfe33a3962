using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Data;

namespace Streamix.Streaming.PlaybackContext.Playbacks;

/// <summary>Finds playbacks. Whose they are is part of every question.</summary>
internal sealed class PlaybackDesk(PlaybackDb db)
{
    private static readonly Order<Playback> LatestFirst = Order.Descending((Playback p) => p.StartedAt).ThenDescending(p => p.Id);

    public Task<Playback?> FindAsync(Guid account, Guid id, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == account && p.Id == id, cancellationToken);

    /// <summary>Of one of the account's profiles: the others neither write into its history nor go on with what it was allowed.</summary>
    /// <param name="profile">Null finds nothing.</param>
    public Task<Playback?> FindAsync(Guid account, Guid? profile, Guid id, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().SingleOrDefaultAsync(p => p.AccountId == account && p.ProfileId == profile && p.Id == id, cancellationToken);

    /// <summary>Whoever has its manifest key, or an operator.</summary>
    public Task<Playback?> FindAnyAsync(Guid id, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken);

    /// <summary>What an account plays now.</summary>
    public Task<Page<PlaybackView>> ListAsync(Guid account, string? session, PageQuery page, CancellationToken cancellationToken) =>
        db.Playbacks.AsNoTracking().Where(p => p.AccountId == account && p.State == PlaybackState.Playing)
            .ToPageAsync(page, LatestFirst, p => PlaybackView.Of(p, session), cancellationToken);
}
