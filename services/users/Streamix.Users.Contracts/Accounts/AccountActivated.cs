using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>The address of a pending account was proven.</summary>
[EventType("users.account.activated")]
public sealed record AccountActivated(Guid AccountId, DateTimeOffset ActivatedAt) : IEvent;
