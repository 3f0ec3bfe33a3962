using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Profiles;

/// <summary>A profile is gone for good; so should be what others keep of it. The subject is the account.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="AccountId">Whose it was.</param>
/// <param name="RemovedAt">UTC.</param>
[EventType("users.profile.removed")]
public sealed record ProfileRemoved(Guid ProfileId, Guid AccountId, DateTimeOffset RemovedAt) : IEvent;
