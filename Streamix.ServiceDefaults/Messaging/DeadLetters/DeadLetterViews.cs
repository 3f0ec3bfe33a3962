using Streamix.ServiceDefaults.Operations;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

internal sealed record DeadLetterView(
    Guid Id, Guid EventId, string Type, int Version, string Subject, string Handler, string Reason, int Attempts,
    DateTimeOffset OccurredAt, DateTimeOffset FailedAt, string CorrelationId)
{
    public static DeadLetterView Of(DeadLetter l) =>
        new(l.Id, l.EventId, l.Type, l.Version, l.Subject, l.Handler, l.Reason, l.Attempts, l.OccurredAt, l.FailedAt, l.CorrelationId);

    /// <summary>For people: errors may repeat what the event said.</summary>
    public static DeadLetterView Clean(DeadLetter l) => Of(l) with { Reason = ShownBody.Clean(l.Reason), Subject = ShownBody.Clean(l.Subject) };
}

internal sealed record DeadLetterPage(IReadOnlyList<DeadLetterView> Items, Guid? Next);

internal sealed record DeadLetterDetail(DeadLetterView Letter, string Body);

internal sealed record ReplayResult(ReplayOutcome Outcome, string? Reason);

internal sealed record ReplaySummary(int Replayed, int Failed, Guid? Next);

internal enum ReplayOutcome
{
    Replayed,
    Failed,
    Absent,
}
