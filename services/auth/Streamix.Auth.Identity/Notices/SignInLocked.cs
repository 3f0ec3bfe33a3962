using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Identity.Notices;

/// <summary>
/// Somebody guessed at a password until the door fell shut. Told to ourselves, and for unknown addresses too, so that the answer neither
/// waits for the mail nor fails with it, which would betray the address.
/// </summary>
[EventType("auth.sign-in.locked")]
internal sealed record SignInLocked(Guid AccountId, TimeSpan For) : IEvent;
