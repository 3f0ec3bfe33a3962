using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Streaming.Contracts.Playbacks;

/// <summary>A playback is over. The subject is the account.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="AccountId">Whose it was.</param>
/// <param name="ProfileId">Who watched.</param>
/// <param name="TitleId">What.</param>
/// <param name="Reason">See <see cref="PlaybackEnds"/>.</param>
/// <param name="PlayedSeconds">Time in which the picture moved.</param>
/// <param name="EndedAt">UTC.</param>
[EventType("streaming.playback.ended")]
public sealed record PlaybackEnded(Guid PlaybackId, Guid AccountId, Guid ProfileId, Guid TitleId, string Reason, double PlayedSeconds, DateTimeOffset EndedAt) : IEvent;
