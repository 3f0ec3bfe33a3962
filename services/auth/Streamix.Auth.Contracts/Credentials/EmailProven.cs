using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Auth.Contracts.Credentials;

/// <summary>The passcode mailed to the address of a new account came back.</summary>
[EventType("auth.email.proven")]
public sealed record EmailProven(Guid AccountId, DateTimeOffset ProvenAt) : IEvent;
