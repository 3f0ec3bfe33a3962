using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Streaming.Contracts.History;

/// <summary>A profile has watched a title to its end. The subject is the account.</summary>
/// <param name="AccountId">Whose profile.</param>
/// <param name="ProfileId">Who.</param>
/// <param name="TitleId">What.</param>
/// <param name="CompletedAt">UTC.</param>
[EventType("streaming.title.completed")]
public sealed record TitleCompleted(Guid AccountId, Guid ProfileId, Guid TitleId, DateTimeOffset CompletedAt) : IEvent;
