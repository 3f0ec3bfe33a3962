using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Microsoft.Extensions.Options;
using Streamix.Media.Contracts.Titles;
using Streamix.Streaming.Contracts.Playbacks;
using Streamix.Streaming.PlaybackContext.Ending;
using Streamix.Streaming.PlaybackContext.Playbacks;

namespace Streamix.Streaming.PlaybackContext.Heartbeats;

/// <summary>Takes what players tell: positions to the history, measures to whoever looks after quality, a sign of life for the playback itself.</summary>
internal sealed partial class HeartbeatDesk(
    PlaybackFactsReader reader, PlaybackDesk desk, PulseWriter pulses, HistoryV1.History.HistoryClient history, EndingDesk ending, IOptions<PlaybackOptions> options, PlaybackMetrics metrics,
    TimeProvider time, ILogger<HeartbeatDesk> logger)
{
    /// <summary>Null when the profile has no such playback.</summary>
    public async Task<HeartbeatAnswer?> TakeAsync(Guid account, Guid? profile, Guid id, HeartbeatDraft draft, CancellationToken cancellationToken)
    {
        if (await reader.FindAsync(account, profile, id, cancellationToken) is not { } facts)
            return null;
        var keeping = KeepAsync(facts, draft.Positions, cancellationToken);
        var playing = await pulses.WriteAsync(new(id, draft.Sequence, draft.Quality?.PlayedSeconds ?? 0, Measured(facts, draft.Quality)), cancellationToken);
        var kept = await keeping;
        metrics.Heard(kept);
        if (playing && draft.Ended)
            await ending.EndAsync([id], PlaybackEnds.Stopped, null, cancellationToken);
        var next = options.Value.HeartbeatInterval.TotalSeconds;
        if (playing && !draft.Ended)
            return new(next, "playing", null, null, kept);
        var ended = await desk.FindAsync(account, id, cancellationToken);
        return new(next, "ended", ended?.EndReason, ended?.EndCode, kept);
    }

    /// <summary>True when they are durable, or there is nothing to keep.</summary>
    private async Task<bool> KeepAsync(PlaybackFacts facts, IReadOnlyList<PositionDraft> positions, CancellationToken cancellationToken)
    {
        if (positions.Count == 0 || facts.Kind == TitleKinds.Trailer)
            return true;
        try
        {
            var deadline = DateTime.UtcNow + options.Value.HistoryBudget; // the call's own clock, not ours
            await history.RecordAsync(Request(facts, positions), deadline: deadline, cancellationToken: cancellationToken);
            return true;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            if (e is RpcException { StatusCode: StatusCode.InvalidArgument })
                Log.Refused(logger, e.Message);
            else
                Log.NotKept(logger, positions.Count, e.GetType().Name);
            return false;
        }
    }

    private static HistoryV1.RecordRequest Request(PlaybackFacts facts, IReadOnlyList<PositionDraft> positions) => new()
    {
        Positions =
        {
            positions.Select(p => new HistoryV1.Position
            {
                AccountId = facts.AccountId.ToString(),
                ProfileId = facts.ProfileId.ToString(),
                TitleId = facts.TitleId.ToString(),
                PlaybackId = facts.Id.ToString(),
                Position_ = p.Position,
                Duration = facts.Duration,
                CreditsAt = facts.CreditsAt,
                PlayedAt = p.PlayedAt.ToTimestamp(),
            }),
        },
    };

    private PlaybackMeasured? Measured(PlaybackFacts facts, QualityDraft? q) => q is null ? null : new(
        facts.Id, facts.TitleId, facts.Country, facts.EdgeOf(q.Edge), q.StartMilliseconds, q.PlayedSeconds, q.Stalls, q.StalledSeconds, q.Bitrate, q.Switches, q.DroppedFrames, q.Errors ?? [],
        time.GetUtcNow());

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The history is away ({Error}); the player sends {Count} positions again")]
        public static partial void NotKept(ILogger logger, int count, string error);

        [LoggerMessage(Level = LogLevel.Error, Message = "The history does not understand our positions: {Error}")]
        public static partial void Refused(ILogger logger, string error);
    }
}
