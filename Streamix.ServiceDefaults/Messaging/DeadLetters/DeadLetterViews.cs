namespace Streamix.ServiceDefaults.Messaging.DeadLetters;

internal sealed record DeadLetterView(
    Guid Id, Guid EventId, string Type, int Version, string Subject, string Handler, string Reason, int Attempts,
    DateTimeOffset OccurredAt, DateTimeOffset FailedAt, string CorrelationId);

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
