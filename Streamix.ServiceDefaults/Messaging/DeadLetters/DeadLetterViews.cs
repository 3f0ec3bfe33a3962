using Streamix.ServiceDefaults.Operations;

namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

internal sealed record DeadLetterView(
    Guid Id, Guid EventId, string Type, int Version, string Subject, string Handler, string Reason, int Attempts,
    DateTimeOffset OccurredAt, DateTimeOffset FailedAt, string CorrelationId)
{
    /// <summary>For people: errors may repeat what the event said.</summary>
    public static DeadLetterView Clean(DeadLetter l) =>
        new(l.Id, l.EventId, l.Type, l.Version, ShownBody.Clean(l.Subject), l.Handler, ShownBody.Clean(l.Reason), l.Attempts, l.OccurredAt, l.FailedAt, l.CorrelationId);
}

internal sealed record ReplayResult(ReplayOutcome Outcome, string? Reason);

internal sealed record ReplaySummary(int Replayed, int Failed, Guid? Next);

internal enum ReplayOutcome
{
    Replayed,
    Failed,
    Absent,
}
