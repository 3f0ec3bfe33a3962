using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>
/// The owner said whether news may be mailed; a consent given again is news as well, since it ends an earlier unsubscription.
/// Later revisions win whatever the order of arrival.
/// </summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Marketing">Whether news may be mailed from now on.</param>
/// <param name="Revision">Grows with each change of the account.</param>
/// <param name="ChangedAt">When it was said, UTC.</param>
[EventType("users.account.consent-changed")]
public sealed record AccountConsentChanged(Guid AccountId, bool Marketing, long Revision, DateTimeOffset ChangedAt) : IEvent;
