using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Comms.Contracts.Marketing;

/// <summary>Somebody wants no more marketing mails. A later consent is given in the account.</summary>
/// <param name="AccountId">Who, and the subject of the event.</param>
/// <param name="OccurredAt">UTC.</param>
[EventType("comms.marketing.unsubscribed")]
public sealed record MarketingUnsubscribed(Guid AccountId, DateTimeOffset OccurredAt) : IEvent;
