using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>A job ended without a result and without fault of the file: it failed more often than it may, or somebody cancelled it. The subject is the asset.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="TitleId">Its title.</param>
/// <param name="JobId">The transcoder's job, which can be retried.</param>
/// <param name="Outcome"><c>failed</c> or <c>cancelled</c>.</param>
/// <param name="Reason">A sentence for operators.</param>
/// <param name="EndedAt">UTC.</param>
[EventType("media.asset.transcode-ended")]
public sealed record AssetTranscodeEnded(Guid AssetId, Guid TitleId, Guid JobId, string Outcome, string Reason, DateTimeOffset EndedAt) : IEvent;
