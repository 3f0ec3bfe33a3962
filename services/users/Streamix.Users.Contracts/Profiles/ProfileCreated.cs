using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Profiles;

/// <summary>An account has a further profile. The subject is the account.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Kids">A profile for children.</param>
/// <param name="Maturity">The highest age rating it may watch, in years.</param>
/// <param name="Revision">Grows with each change of the profile.</param>
/// <param name="CreatedAt">UTC.</param>
[EventType("users.profile.created")]
public sealed record ProfileCreated(Guid ProfileId, Guid AccountId, bool Kids, int Maturity, long Revision, DateTimeOffset CreatedAt) : IEvent;
