using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.Contracts.Rights;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Playbacks;
using Streamix.Streaming.PlaybackContext.Titles;

namespace Streamix.Streaming.PlaybackContext.Starting;

/// <summary>Starts playbacks: asks at once what plays, whether it may, and what else there is to know; <see cref="PlayDesk"/> then has it play.</summary>
internal sealed class StartDesk(
    PlaybackDesk desk, PlayDesk playing, StartParts parts, PlayableCache titles, PlayablesClient catalog, RightsV1.Rights.RightsClient rights, HistoryV1.History.HistoryClient history,
    PreferencesClient preferences, PinCheck pins, EndingDesk ending, Closer closer, PlaybackMetrics metrics, TimeProvider time)
{
    private const string Rights = "streaming-rights";

    /// <param name="key">The <c>Idempotency-Key</c>.</param>
    public async Task<IResult> StartAsync(StartDraft draft, Viewer viewer, string? key, bool explain, HttpResponse response, CancellationToken cancellationToken)
    {
        var asked = StartKey.Asked(draft, viewer.ProfileId);
        var id = key is null ? Guid.CreateVersion7(time.GetUtcNow()) : StartKey.IdOf(viewer.AccountId, key);
        var earlier = key is null ? null : await desk.FindAsync(viewer.AccountId, id, cancellationToken);
        if (StartKey.Objection(earlier, asked) is { } objection)
            return objection;

        var (wrong, pinEnteredAt) = draft.Pin is { Length: > 0 } pin ? await pins.CheckAsync(pin, viewer, cancellationToken) : default;
        if (wrong is not null)
            return Count(PlaybackProblems.PinWrong, wrong);
        var resuming = parts.TryAsync("resume", token => ResumeAsync(viewer, draft.TitleId, token), cancellationToken);
        var preferring = parts.TryAsync("preferences", token => preferences.FindAsync(viewer.ProfileId, token), cancellationToken);
        var finding = parts.NeedAsync("media-catalog", token => titles.FindAsync(draft.TitleId, catalog, token), cancellationToken);
        var admission = Admission.Of(id, draft, viewer, pinEnteredAt);
        var deciding = parts.NeedAsync(Rights, token => rights.AdmitAsync(admission, cancellationToken: token).ResponseAsync, cancellationToken);
        await Task.WhenAll(finding, deciding).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var (admitted, plays) = (deciding.IsCompletedSuccessfully && (await deciding).Allowed, false);
        try
        {
            var (title, decision) = (await finding, await deciding);
            if (!decision.Allowed)
                return Count(decision.Code, Admission.Refused(decision, explain ? Admission.Explain(title, decision).ShownTo(viewer.Operator) : null));
            if (title is not { Published: true })
                return Count(RefusalCodes.NoSuchTitle, PlaybackProblems.Refused(RefusalCodes.NoSuchTitle, "There is no such title."));
            if (draft.InsteadOf is { } other)
                await StopAsync(viewer.AccountId, other, cancellationToken);
            var answer = await playing.PlayAsync(new(id, draft, viewer, asked, title, decision, earlier), resuming, preferring, explain, response, cancellationToken);
            plays = answer is IStatusCodeHttpResult { StatusCode: StatusCodes.Status201Created };
            if (!plays)
                return answer;
            if (earlier is not null)
                response.Headers["Idempotency-Replayed"] = "true";
            response.Headers.CacheControl = "no-store";
            return Count(earlier is null ? "started" : "repeated", answer);
        }
        catch (PlaybackOverException e)
        {
            return e.IsWindowOver ? Count(RefusalCodes.NoLonger, PlaybackProblems.Refused(RefusalCodes.NoLonger, PlaybackProblems.WindowOver)) : PlaybackProblems.Stopped();
        }
        finally
        {
            // Under a key the slot is also that of repeats, and one of them may be playing by now: it is theirs, or ends with its lease.
            if (admitted && !plays && key is null)
                await closer.TryReleaseAsync(viewer.AccountId, id);
            await Task.WhenAll(resuming, preferring).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // they use what belongs to the request
        }
    }

    private async Task<ResumeView?> ResumeAsync(Viewer viewer, Guid title, CancellationToken cancellationToken)
    {
        var answer = await history.ResumeAsync(new() { ProfileId = viewer.ProfileId.ToString(), TitleId = title.ToString() }, cancellationToken: cancellationToken);
        return new(answer.Position, answer.Completed, answer.PlayedAt?.ToDateTimeOffset());
    }

    private async Task StopAsync(Guid account, Guid other, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(account, other, cancellationToken) is not { State: PlaybackState.Playing })
            return;
        await ending.EndAsync([other], PlaybackEnds.Elsewhere, null, cancellationToken);
        await closer.TryCloseAsync(other, cancellationToken);
    }

    private IResult Count(string outcome, IResult answer)
    {
        metrics.Started(outcome);
        return answer;
    }
}
