using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Profiles;

/// <summary>A profile changed. Later revisions win whatever the order of arrival. The subject is the account.</summary>
/// <param name="ProfileId">The profile.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="Kids">A profile for children.</param>
/// <param name="Maturity">The highest age rating it may watch, in years.</param>
/// <param name="Revision">Grows with each change of the profile.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("users.profile.changed")]
public sealed record ProfileChanged(Guid ProfileId, Guid AccountId, bool Kids, int Maturity, long Revision, DateTimeOffset ChangedAt) : IEvent;
