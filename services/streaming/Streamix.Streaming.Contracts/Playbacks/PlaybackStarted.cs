using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Streaming.Contracts.Playbacks;

/// <summary>A player was admitted. The subject is the account.</summary>
/// <param name="PlaybackId">The playback.</param>
/// <param name="AccountId">Whose it is.</param>
/// <param name="ProfileId">Who watches.</param>
/// <param name="TitleId">What.</param>
/// <param name="AssetId">The asset that plays.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="StartedAt">UTC.</param>
[EventType("streaming.playback.started")]
public sealed record PlaybackStarted(Guid PlaybackId, Guid AccountId, Guid ProfileId, Guid TitleId, Guid AssetId, string Country, DateTimeOffset StartedAt) : IEvent;
