using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>An account went into another status. Later revisions win whatever the order of arrival.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Status"><c>pending</c>, <c>active</c>, <c>suspended</c> or <c>closed</c>.</param>
/// <param name="Reason">A stable code, as <c>abuse</c>, <c>owner</c>, <c>never-proven</c>.</param>
/// <param name="Revision">Grows with each change of the account.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("users.account.status-changed")]
public sealed record AccountStatusChanged(Guid AccountId, string Status, string? Reason, long Revision, DateTimeOffset ChangedAt) : IEvent;
