using Streamix.ServiceDefaults.Messaging;

namespace Streamix.ServiceDefaults.Audit;

/// <summary>Somebody with a role changed something. Names and ids only: no values, no personal data.</summary>
/// <param name="Id">The record.</param>
/// <param name="Service">Where it happened.</param>
/// <param name="Action">What, as <c>title.withdrawn</c>.</param>
/// <param name="Target">On what, as <c>title:0197…</c>.</param>
/// <param name="Actor">Who, as <c>account:…</c> or <c>service:…</c>.</param>
/// <param name="Roles">The roles the actor had.</param>
/// <param name="SessionId">The actor's session.</param>
/// <param name="Reason">Why, in the actor's words.</param>
/// <param name="Changed">The names of what was changed.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="TraceId">The trace of the request.</param>
[EventType("infra.audit.recorded")]
public sealed record AuditRecorded(
    Guid Id, string Service, string Action, string Target, string Actor, IReadOnlyList<string> Roles, string? SessionId,
    string? Reason, IReadOnlyList<string> Changed, DateTimeOffset OccurredAt, string? TraceId) : IEvent;
