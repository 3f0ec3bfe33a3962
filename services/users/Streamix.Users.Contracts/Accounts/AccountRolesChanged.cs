using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>An account was given roles or lost some. Later revisions win whatever the order of arrival.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Roles">All of its roles now.</param>
/// <param name="Revision">Grows with each change of the account.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("users.account.roles-changed")]
public sealed record AccountRolesChanged(Guid AccountId, IReadOnlyList<string> Roles, long Revision, DateTimeOffset ChangedAt) : IEvent;
