using Microsoft.EntityFrameworkCore;
using Streamix.ServiceDefaults.Http;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Renewing;

/// <summary>New addresses for a playback that goes on, and a new licence token when the old one gets old.</summary>
internal sealed class RenewalDesk(PlaybackDb db, RouteDesk routes, LicenceDesk licences, PlaybackMetrics metrics)
{
    /// <exception cref="DependencyUnavailableException">Edges are away, or keys when the licence ends; the old addresses are good until their end.</exception>
    /// <exception cref="PlaybackOverException">It has ended meanwhile, or its window has.</exception>
    public async Task<RenewalAnswer> RenewAsync(Playback playback, string address, HttpResponse response, CancellationToken cancellationToken)
    {
        var routing = routes.RouteAsync(RouteWish.Of(playback, address), cancellationToken);
        var licensing = LicenceAsync(playback, cancellationToken);
        await Task.WhenAll(routing, licensing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var routed = await routing;
        var mayWait = licensing.Exception?.InnerException is DependencyUnavailableException && playback.LicenceUntil > routed.Current.ExpiresAt;
        var licence = mayWait ? null : await licensing;
        await KeepAsync(playback.Id, routed.Current, licence?.ExpiresAt, cancellationToken);
        metrics.Renewed();
        routed.SetCookies(response);
        return new(EdgeView.Of(routed.Current), routes.Times(routed.Current, playback.GoodUntil), licence);
    }

    /// <summary>Routes for a manifest: those that are there while they are good for some time yet.</summary>
    public async Task<CurrentRoutes> FreshAsync(Playback playback, string address, CancellationToken cancellationToken)
    {
        if (routes.AreFresh(playback.Routes, playback.GoodUntil))
            return playback.Routes;
        var routed = await routes.RouteAsync(RouteWish.Of(playback, address), cancellationToken);
        await KeepAsync(playback.Id, routed.Current, null, cancellationToken);
        return routed.Current;
    }

    /// <summary>Null while the old one is good for long.</summary>
    private async Task<LicenceView?> LicenceAsync(Playback playback, CancellationToken cancellationToken) =>
        playback.LicenceUntil is { } until && licences.IsDue(until) ? await licences.AuthoriseAsync(LicenceWish.Of(playback), cancellationToken) : null;

    private Task<int> KeepAsync(Guid id, CurrentRoutes current, DateTimeOffset? licenceUntil, CancellationToken cancellationToken) =>
        db.Playbacks.Where(p => p.Id == id && p.State == PlaybackState.Playing).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Routes, current).SetProperty(p => p.LicenceUntil, p => licenceUntil ?? p.LicenceUntil), cancellationToken);
}
