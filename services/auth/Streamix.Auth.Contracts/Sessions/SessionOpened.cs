using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Contracts.Sessions;

/// <summary>Somebody signed in. What their device is called stays with the session.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="SessionId">The new session (<c>sid</c>).</param>
/// <param name="Method">How, as <c>password</c>, <c>password+totp</c>, <c>passkey</c>, <c>device</c>.</param>
/// <param name="OpenedAt">UTC.</param>
[EventType("auth.session.opened")]
public sealed record SessionOpened(Guid AccountId, string SessionId, string Method, DateTimeOffset OpenedAt) : IEvent;
