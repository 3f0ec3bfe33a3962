using Streamix.ServiceDefaults.Messaging;
using Streamix.ServiceDefaults.Privacy;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>An account has another address, proven on both sides. Later revisions win whatever the order of arrival.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Email">The address from now on.</param>
/// <param name="Revision">Grows with each change of the account.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("users.account.email-changed")]
public sealed record AccountEmailChanged(Guid AccountId, [property: Personal] string Email, long Revision, DateTimeOffset ChangedAt) : IEvent;
