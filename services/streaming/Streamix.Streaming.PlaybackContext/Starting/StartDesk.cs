using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.ServiceDefaults.Data;
using Streamix.ServiceDefaults.Http;
using Streamix.ServiceDefaults.Messaging;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Data;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Manifests;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Renewing;
using Streamix.Streaming.PlaybackContext.Titles;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Starts playbacks: asks everybody at once, keeps what was decided, and answers with all that a player needs.</summary>
internal sealed class StartDesk(
    PlaybackDb db, PlaybackDesk desk, StartParts parts, PlayableCache titles, PlayablesClient catalog, RightsV1.Rights.RightsClient rights, HistoryV1.History.HistoryClient history,
    PreferencesClient preferences, PinCheck pins, RouteDesk routes, LicenceDesk licences, EndingDesk ending, Closer closer, PlaybackAddresses addresses, IEventPublisher events,
    IOptions<PlaybackOptions> options, PlaybackMetrics metrics, TimeProvider time)
{
    private const string Rights = "streaming-rights";

    /// <param name="key">The <c>Idempotency-Key</c>.</param>
    public async Task<IResult> StartAsync(StartDraft draft, Viewer viewer, string? key, bool explain, HttpResponse response, CancellationToken cancellationToken)
    {
        var asked = StartKey.Asked(draft, viewer.ProfileId);
        var id = key is null ? Guid.CreateVersion7(time.GetUtcNow()) : StartKey.IdOf(viewer.AccountId, key);
        var earlier = key is null ? null : await desk.FindAsync(viewer.AccountId, id, cancellationToken);
        if (Objection(earlier, asked) is { } objection)
            return objection;

        var (wrong, pinEnteredAt) = await pins.CheckAsync(draft.Pin, viewer, cancellationToken);
        if (wrong is not null)
            return Count(PlaybackProblems.PinWrong, wrong);
        var resuming = parts.TryAsync("resume", token => ResumeAsync(viewer, draft.TitleId, token), cancellationToken);
        var preferring = parts.TryAsync("preferences", token => preferences.FindAsync(viewer.ProfileId, token), cancellationToken);
        var finding = parts.NeedAsync("media-catalog", token => titles.FindAsync(draft.TitleId, catalog, token), cancellationToken);
        var admission = Admission.Of(id, draft, viewer, pinEnteredAt);
        var deciding = parts.NeedAsync(Rights, token => rights.AdmitAsync(admission, cancellationToken: token).ResponseAsync, cancellationToken);
        await Task.WhenAll(finding, deciding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var admitted = deciding.IsCompletedSuccessfully && (await deciding).Allowed;
        try
        {
            var (title, decision) = (await finding, await deciding);
            if (!decision.Allowed)
                return Count(decision.Code, Admission.Refused(decision, explain ? Shown(Explained(title, decision), viewer) : null));
            if (title is not { Published: true })
                return Count(RefusalCodes.NoSuchTitle, await GiveBackAsync(viewer, id, PlaybackProblems.Refused(RefusalCodes.NoSuchTitle, "There is no such title.")));
            if (draft.InsteadOf is { } other)
                await StopAsync(viewer.AccountId, other, cancellationToken);
            var answer = await PlayAsync(new(id, draft, viewer, asked, pinEnteredAt, title, decision, earlier is not null), resuming, preferring, explain, response, cancellationToken);
            if (answer is not IStatusCodeHttpResult { StatusCode: StatusCodes.Status201Created })
                return await GiveBackAsync(viewer, id, answer);
            if (earlier is not null)
                response.Headers["Idempotency-Replayed"] = "true";
            response.Headers.CacheControl = "no-store";
            return Count(earlier is null ? "started" : "repeated", answer);
        }
        catch (PlaybackOverException)
        {
            return await GiveBackAsync(viewer, id, PlaybackProblems.Stopped());
        }
        catch when (admitted && earlier is null)
        {
            await GiveBackAsync(viewer, id, Results.Empty); // else the slot would be taken until its lease ends
            throw;
        }
        finally
        {
            await Task.WhenAll(resuming, preferring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // they use what belongs to the request
        }
    }

    private static IResult? Objection(Playback? earlier, byte[] asked) => earlier switch
    {
        null => null,
        _ when !earlier.Asked.AsSpan().SequenceEqual(asked) => PlaybackProblems.With(Problems.Invalid(StartQuery.Header, "was used for another request"), "code", PlaybackProblems.OtherRequest),
        { State: PlaybackState.Ended } => PlaybackProblems.Over(earlier),
        _ => null,
    };

    private async Task<IResult> PlayAsync(
        StartedPlayback start, Task<ResumeView?> resuming, Task<Preferences?> preferring, bool explain, HttpResponse response, CancellationToken cancellationToken)
    {
        var (title, decision) = (start.Title, start.Decision);
        var explanation = Explained(title, decision);
        var renditions = Rungs.Offered(explanation.Rungs);
        if (renditions.Length == 0)
            return PlaybackProblems.Refused(RefusalCodes.NotInPlan, "None of the qualities of this title is included.");

        var (package, tiers, goodUntil) = (start.Package, Rungs.Tiers(explanation.Rungs), decision.GoodUntil?.ToDateTimeOffset());
        var routing = routes.RouteAsync(new(start.Id, title.AssetId, package, renditions, goodUntil, decision.Country, start.Viewer.Address), cancellationToken);
        var wish = new LicenceWish(start.Id, start.Viewer.AccountId, start.Viewer.ProfileId, title.AssetId, tiers, start.Draft.Device.OutputProtection, goodUntil);
        var authorising = package.Protected ? LicenceAsync(wish, cancellationToken) : Task.FromResult<LicenceView?>(null);
        await Task.WhenAll(routing, authorising).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (routed, licence) = (await routing, await authorising);
        var current = routed.Current;
        var (resume, wishes) = (await resuming, await preferring);

        explanation = explanation with { Edges = routed.Because, Parts = parts.Took };
        var manifestKey = ManifestKey.New();
        var playback = start.ToPlayback(current, licence?.ExpiresAt, explanation, renditions, tiers, ManifestKey.HashOf(manifestKey), time.GetUtcNow(), options.Value.SlotInterval);
        if (!await KeepAsync(playback, start.IsRepeat, cancellationToken))
            return PlaybackProblems.Stopped();
        routed.SetCookies(response);
        return TypedResults.Created($"/playback/playbacks/{start.Id}", new PlaybackAnswer(
            start.Id, title.TitleId, title.Package.Duration, addresses.Manifests(start.Id, package, manifestKey), EdgeView.Of(current),
            routes.Times(current), licence, new(options.Value.HeartbeatInterval.TotalSeconds, options.Value.SilentAfter.TotalSeconds), new(decision.MostLines, renditions),
            title.Package.Audio, title.Package.Texts, Tracks.Choose(title.Package, wishes, title.OriginalLanguage), resume,
            title.Package.Thumbnails is { } map ? current.Edges[0].AddressOf(map) : null, current.Edges[0].AddressOf(title.Package.Poster), title.Package.Markers, title.Next, goodUntil,
            parts.Missing, explain ? Shown(explanation, start.Viewer) : null));
    }

    /// <summary>False: a playback of that id has ended meanwhile.</summary>
    private async Task<bool> KeepAsync(Playback playback, bool isRepeat, CancellationToken cancellationToken)
    {
        if (isRepeat)
            return await RepeatAsync(playback, cancellationToken);
        try
        {
            db.Playbacks.Add(playback);
            events.Publish(
                new PlaybackStarted(playback.Id, playback.AccountId, playback.ProfileId, playback.TitleId, playback.AssetId, playback.Country, playback.StartedAt), playback.AccountId.ToString());
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException e) when (DbConflict.From(e) is { Kind: DbConflictKind.Duplicate }) // the same start, at the same time
        {
            db.ChangeTracker.Clear();
            return await RepeatAsync(playback, cancellationToken);
        }
    }

    /// <summary>The first answer keeps its manifests; only one of the repeats does.</summary>
    private async Task<bool> RepeatAsync(Playback p, CancellationToken cancellationToken)
    {
        var (key, current, until) = (p.ManifestKey, p.Routes, p.LicenceUntil);
        return await db.Playbacks.Where(e => e.Id == p.Id && e.AccountId == p.AccountId && e.State == PlaybackState.Playing).ExecuteUpdateAsync(
            set => set.SetProperty(e => e.EarlierManifestKey, e => e.ManifestKey).SetProperty(e => e.ManifestKey, key).SetProperty(e => e.Routes, current).SetProperty(e => e.LicenceUntil, until),
            cancellationToken) > 0;
    }

    private async Task<LicenceView?> LicenceAsync(LicenceWish wish, CancellationToken cancellationToken) => await licences.AuthoriseAsync(wish, cancellationToken);

    private async Task<ResumeView?> ResumeAsync(Viewer viewer, Guid title, CancellationToken cancellationToken)
    {
        var answer = await history.ResumeAsync(new() { ProfileId = viewer.ProfileId.ToString(), TitleId = title.ToString() }, cancellationToken: cancellationToken);
        return new(answer.Position, answer.Completed, answer.PlayedAt?.ToDateTimeOffset());
    }

    private static Explanation Explained(PlayableTitle? title, RightsV1.Decision decision) => new(
        Admission.Checks(decision), Blank(decision.Plan), Blank(decision.Country), decision.MostLines,
        title is null || !decision.Allowed ? [] : Rungs.Explain(title.Package.Video, decision.MostLines, decision.Tiers), null, null);

    private static Explanation Shown(Explanation explanation, Viewer viewer) => viewer.Operator ? explanation : explanation.WithoutInternals();

    private static string? Blank(string text) => text.Length == 0 ? null : text;

    private async Task StopAsync(Guid account, Guid other, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(account, other, cancellationToken) is not { State: PlaybackState.Playing })
            return;
        await ending.EndAsync([other], PlaybackEnds.Elsewhere, null, cancellationToken);
        await closer.TryCloseAsync(other, cancellationToken);
    }

    private async Task<IResult> GiveBackAsync(Viewer viewer, Guid id, IResult answer)
    {
        await closer.TryReleaseAsync(viewer.AccountId, id);
        return answer;
    }

    private IResult Count(string outcome, IResult answer)
    {
        metrics.Started(outcome);
        return answer;
    }
}
