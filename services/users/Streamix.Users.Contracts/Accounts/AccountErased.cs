using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>Every service has confirmed that it holds nothing of the account any more.</summary>
[EventType("users.account.erased")]
public sealed record AccountErased(Guid AccountId, Guid ErasureId, DateTimeOffset ErasedAt) : IEvent;
