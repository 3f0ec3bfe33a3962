using Microsoft.Extensions.Options;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Renewing;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Has play what was admitted: addresses, a licence, a row of its own, and the answer with all that a player needs.</summary>
internal sealed class PlayDesk(
    PlaybackDesk desk, StartBook book, StartParts parts, RouteDesk routes, LicenceDesk licences, PlaybackAddresses addresses, IOptions<PlaybackOptions> options, TimeProvider time)
{
    public async Task<IResult> PlayAsync(
        StartedPlayback start, Task<ResumeView?> resuming, Task<Preferences?> preferring, bool explain, HttpResponse response, CancellationToken cancellationToken)
    {
        var (title, decision, goodUntil) = (start.Title, start.Decision, start.GoodUntil);
        var explanation = Admission.Explain(title, decision);
        var (package, renditions) = (start.Package, start.Renditions(explanation.Rungs));
        if (renditions.Length == 0)
            return PlaybackProblems.Refused(RefusalCodes.NotInPlan, "None of the qualities of this title is included.");

        var tiers = start.Tiers(explanation.Rungs);
        var routing = routes.RouteAsync(new(start.Id, start.AssetId, package, renditions, goodUntil, decision.Country, start.Viewer.Address), cancellationToken);
        var wish = new LicenceWish(start.Id, start.Viewer.AccountId, start.Viewer.ProfileId, start.AssetId, tiers, start.Draft.Device.OutputProtection, goodUntil);
        var authorising = package.Protected ? LicenceAsync(wish, cancellationToken) : Task.FromResult<LicenceView?>(null);
        await Task.WhenAll(routing, authorising).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (routed, licence) = (await routing, await authorising);
        var current = routed.Current;
        var (resume, wishes) = (await resuming, await preferring);

        explanation = explanation with { Edges = routed.Because, Parts = parts.Took };
        var manifestKey = ManifestKey.New();
        var playback = start.ToPlayback(current, licence?.ExpiresAt, explanation, renditions, tiers, ManifestKey.HashOf(manifestKey), time.GetUtcNow(), options.Value.SlotInterval);
        if (start.Earlier is null && !await book.AddAsync(playback, cancellationToken))
            return await PlayAsSecondAsync(start, resuming, preferring, explain, response, cancellationToken);
        if (start.Earlier is not null && !await book.RepeatAsync(playback, cancellationToken))
            return PlaybackProblems.Stopped();
        routed.SetCookies(response);
        return TypedResults.Created($"/playback/playbacks/{start.Id}", new PlaybackAnswer(
            start.Id, title.TitleId, start.Duration, addresses.Manifests(start.Id, package, manifestKey), EdgeView.Of(current),
            routes.Times(current, goodUntil), licence, new(options.Value.HeartbeatInterval.TotalSeconds, options.Value.SilentAfter.TotalSeconds), new(decision.MostLines, renditions),
            title.Package.Audio, title.Package.Texts, Tracks.Choose(title.Package, wishes, title.OriginalLanguage), resume,
            title.Package.Thumbnails is { } map ? current.Edges[0].AddressOf(map) : null, current.Edges[0].AddressOf(title.Package.Poster), title.Package.Markers, title.Next, goodUntil,
            parts.Missing, explain ? explanation.ShownTo(start.Viewer.Operator) : null));
    }

    /// <summary>The same start, at the same time, was first: its package plays.</summary>
    private async Task<IResult> PlayAsSecondAsync(
        StartedPlayback start, Task<ResumeView?> resuming, Task<Preferences?> preferring, bool explain, HttpResponse response, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(start.Viewer.AccountId, start.Id, cancellationToken) is not { } first)
            return PlaybackProblems.Stopped();
        return StartKey.Objection(first, start.Asked) ?? await PlayAsync(start with { Earlier = first }, resuming, preferring, explain, response, cancellationToken);
    }

    private async Task<LicenceView?> LicenceAsync(LicenceWish wish, CancellationToken cancellationToken) => await licences.AuthoriseAsync(wish, cancellationToken);
}
