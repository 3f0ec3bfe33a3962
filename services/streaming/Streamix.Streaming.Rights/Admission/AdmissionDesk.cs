using Streamix.Streaming.Rights.Caching;
using Streamix.Streaming.Rights.Deciding;
using Streamix.Streaming.Rights.Slots;

namespace Streamix.Streaming.Rights.Admission;

/// <summary>Decides from the facts and then, where the answer is yes, asks for the slot: one round trip to Redis at most.</summary>
internal sealed class AdmissionDesk(FactDesk facts, SlotDesk slots, RightsMetrics metrics, TimeProvider time)
{
    public Task<Admittance> AdmitAsync(Question question, CancellationToken cancellationToken) => TimedAsync("admit", async () =>
    {
        var verdict = Decider.Decide(await facts.OfAsync(question, cancellationToken));
        return verdict.Allowed ? Settled(verdict, await slots.AdmitAsync(Wish(question, verdict))) : new(verdict);
    });

    public Task<Admittance> DecideAsync(Question question, CancellationToken cancellationToken) =>
        TimedAsync("decide", async () => new(Decider.Decide(await facts.OfAsync(question, cancellationToken))));

    /// <summary>In the order of the questions. Who is refused loses the slot.</summary>
    public Task<Admittance[]> RenewAsync(IEnumerable<Question> questions, CancellationToken cancellationToken) =>
        Task.WhenAll(questions.Select(question => TimedAsync("renew", () => RenewAsync(question, cancellationToken))));

    public Task ReleaseAsync(Guid accountId, Guid playbackId) => slots.ReleaseAsync(accountId, playbackId);

    private async Task<Admittance> RenewAsync(Question question, CancellationToken cancellationToken)
    {
        var verdict = Decider.Decide(await facts.OfAsync(question, cancellationToken));
        if (verdict.Allowed)
            return Settled(verdict, await slots.RenewAsync(Wish(question, verdict)));
        await slots.ReleaseAsync(question.AccountId, question.PlaybackId);
        return new(verdict);
    }

    private static SlotWish Wish(Question question, Verdict verdict) =>
        new(question.AccountId, question.PlaybackId, question.TitleId, question.DeviceName, verdict.Plan!.Streams, question.InsteadOf);

    private Admittance Settled(Verdict verdict, SlotAnswer slot) =>
        new(Decider.Settle(verdict, slot), slot.Outcome == SlotOutcome.Full ? slot.Streams : [], slot.Outcome == SlotOutcome.Held ? time.GetUtcNow() + slot.Left : null);

    private async Task<Admittance> TimedAsync(string call, Func<Task<Admittance>> work)
    {
        var begun = time.GetTimestamp();
        var admittance = await work();
        metrics.Decided(call, admittance.Verdict.Code, time.GetElapsedTime(begun));
        return admittance;
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
