using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>How far the transcoding of an asset is. At most one in a few seconds; a later <paramref name="Sequence"/> wins. The subject is the asset.</summary>
/// <param name="AssetId">The asset.</param>
/// <param name="TitleId">Its title.</param>
/// <param name="JobId">The transcoder's job.</param>
/// <param name="Sequence">Grows with each report of the job.</param>
/// <param name="Stage"><c>waiting</c>, <c>fetching</c>, <c>probing</c>, <c>encoding</c>, <c>packaging</c>, <c>storing</c>.</param>
/// <param name="Fraction">Of the whole job, 0 to 1.</param>
/// <param name="Renditions">Each rendition's own progress.</param>
/// <param name="At">UTC.</param>
[EventType("media.asset.progressed")]
public sealed record AssetProgressed(
    Guid AssetId, Guid TitleId, Guid JobId, long Sequence, string Stage, double Fraction, IReadOnlyList<RenditionProgress> Renditions, DateTimeOffset At) : IEvent;

/// <summary>A rendition's progress.</summary>
/// <param name="Name">As <c>1080p</c>.</param>
/// <param name="Fraction">0 to 1.</param>
public sealed record RenditionProgress(string Name, double Fraction);
