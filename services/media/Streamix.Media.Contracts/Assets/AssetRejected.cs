using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>The file is not fit to be a title; the uploader can do something about it. The subject is the asset.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="TitleId">Its title.</param>
/// <param name="JobId">The transcoder's job.</param>
/// <param name="Code">Stable: <c>no-video</c>, <c>damaged</c>, <c>too-long</c>, <c>protected</c>, <c>unsupported-codec</c>, <c>hostile</c> …</param>
/// <param name="Reason">A sentence for people.</param>
/// <param name="RejectedAt">UTC.</param>
[EventType("media.asset.rejected")]
public sealed record AssetRejected(Guid AssetId, Guid TitleId, Guid JobId, string Code, string Reason, DateTimeOffset RejectedAt) : IEvent;
