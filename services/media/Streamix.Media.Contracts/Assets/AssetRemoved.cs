using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>An asset is gone for good; so should be its jobs, packages and keys. The subject is the asset.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="TitleId">Whose it was.</param>
/// <param name="RemovedAt">UTC.</param>
[EventType("media.asset.removed")]
public sealed record AssetRemoved(Guid AssetId, Guid TitleId, DateTimeOffset RemovedAt) : IEvent;
