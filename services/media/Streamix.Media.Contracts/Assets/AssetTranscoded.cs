using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>The renditions of an asset are whole in the object store. The subject is the asset.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="TitleId">Its title.</param>
/// <param name="JobId">The transcoder's job.</param>
/// <param name="Package">What was made.</param>
/// <param name="TranscodedAt">UTC.</param>
[EventType("media.asset.transcoded")]
public sealed record AssetTranscoded(Guid AssetId, Guid TitleId, Guid JobId, MediaPackage Package, DateTimeOffset TranscodedAt) : IEvent;
