using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Slots;

namespace Streamix.Streaming.Rights.Admission;

/// <summary>Decides from the facts and then, where the answer is yes, asks for the slot: one round trip to Redis at most.</summary>
internal sealed partial class AdmissionDesk(FactDesk facts, SlotDesk slots, RightsMetrics metrics, TimeProvider time, ILogger<AdmissionDesk> logger)
{
    public Task<Admittance> AdmitAsync(Question question, CancellationToken cancellationToken) => TimedAsync("admit", async () =>
    {
        var verdict = Decider.Decide(await facts.OfAsync(question, cancellationToken));
        return verdict.Allowed ? Settled(verdict, await slots.AdmitAsync(Wish(question, verdict))) : new(verdict);
    });

    public Task<Admittance> DecideAsync(Question question, CancellationToken cancellationToken) =>
        TimedAsync("decide", async () => new(Decider.Decide(await facts.OfAsync(question, cancellationToken))));

    /// <summary>In the order of the questions. Who is refused loses the slot; of whom nothing can be decided now keeps it, as what was decided before still holds.</summary>
    public Task<Admittance[]> RenewAsync(IEnumerable<Question> questions, CancellationToken cancellationToken) =>
        Task.WhenAll(questions.Select(question => TimedAsync("renew", () => RenewAsync(question, cancellationToken))));

    public Task ReleaseAsync(Guid accountId, Guid playbackId) => slots.ReleaseAsync(accountId, playbackId);

    private async Task<Admittance> RenewAsync(Question question, CancellationToken cancellationToken)
    {
        var verdict = await AgainAsync(question, cancellationToken);
        if (verdict.Allowed)
            return Settled(verdict, await slots.RenewAsync(Wish(question, verdict)));
        await slots.ReleaseAsync(question.AccountId, question.PlaybackId);
        return new(verdict);
    }

    /// <summary>One among many whose facts cannot be read must not cost the others their answer.</summary>
    private async Task<Verdict> AgainAsync(Question question, CancellationToken cancellationToken)
    {
        try
        {
            return Decider.Decide(await facts.OfAsync(question, cancellationToken));
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            Log.Undecided(logger, question.PlaybackId, question.TitleId, e.GetType().Name);
            return Verdict.AsBefore;
        }
    }

    private static SlotWish Wish(Question question, Verdict verdict) => new(
        question.AccountId, question.PlaybackId, question.TitleId, question.DeviceName, verdict.Plan?.Streams ?? int.MaxValue, question.InsteadOf, question.DeviceKey);

    private Admittance Settled(Verdict verdict, SlotAnswer slot) =>
        new(Decider.Settle(verdict, slot), slot.Outcome == SlotOutcome.Full ? slot.Streams : [], slot.Outcome == SlotOutcome.Held ? time.GetUtcNow() + slot.Left : null);

    private async Task<Admittance> TimedAsync(string call, Func<Task<Admittance>> work)
    {
        var begun = time.GetTimestamp();
        var admittance = await work();
        metrics.Decided(call, admittance.Verdict.Code, time.GetElapsedTime(begun));
        return admittance;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "Nothing could be decided about playback {PlaybackId} of {TitleId} ({Error}); it keeps its slot")]
        public static partial void Undecided(ILogger logger, Guid playbackId, Guid titleId, string error);
    }
}

/// <param name="Verdict">The decision.</param>
/// <param name="Streams">What plays, when that is too much.</param>
/// <param name="SlotUntil">The slot is lost unless renewed before; null without one.</param>
internal sealed record Admittance(Verdict Verdict, IReadOnlyList<PlayingStream> Streams, DateTimeOffset? SlotUntil)
{
    public Admittance(Verdict verdict)
        : this(verdict, [], null)
    {
    }
}
