using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>An account has another password; its other sessions end.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Reason"><c>changed</c> or <c>reset</c>.</param>
/// <param name="KeptSessionId">The session that may go on, when the owner changed it there.</param>
/// <param name="ChangedAt">UTC; sessions opened later are untouched.</param>
[EventType("auth.password.changed")]
public sealed record PasswordChanged(Guid AccountId, string Reason, string? KeptSessionId, DateTimeOffset ChangedAt) : IEvent;
