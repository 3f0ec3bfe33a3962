using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Users.Contracts.Accounts;

/// <summary>The language or the country of an account changed. Later revisions win whatever the order of arrival.</summary>
/// <param name="AccountId">The account, and the subject of the event.</param>
/// <param name="Locale">BCP 47.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Revision">Grows with each change of the account.</param>
/// <param name="ChangedAt">UTC.</param>
[EventType("users.account.locale-changed")]
public sealed record AccountLocaleChanged(Guid AccountId, string Locale, string Country, long Revision, DateTimeOffset ChangedAt) : IEvent;
