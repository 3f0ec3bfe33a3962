using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Contracts.Sessions;

/// <summary>A session ended before its time.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="SessionId">The session (<c>sid</c>).</param>
/// <param name="Reason">One of <see cref="SessionEnds"/>.</param>
/// <param name="EndedAt">UTC.</param>
[EventType("auth.session.ended")]
public sealed record SessionEnded(Guid AccountId, string SessionId, string Reason, DateTimeOffset EndedAt) : IEvent;
