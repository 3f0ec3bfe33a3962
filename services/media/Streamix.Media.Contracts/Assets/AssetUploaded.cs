using Streamix.ServiceDefaults.Messaging;

namespace Streamix.Media.Contracts.Assets;

/// <summary>A source file is whole in the object store, its checksum compared. The subject is the asset.</summary>
/// <param name="AssetId">The file; every further upload for the same title is another asset.</param>
/// <param name="TitleId">The movie, episode or trailer it belongs to.</param>
/// <param name="Kind">See <see cref="AssetKinds"/>.</param>
/// <param name="FileName">As the uploader called it; only ever shown.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Protected">Whether its renditions are to be encrypted.</param>
/// <param name="Markers">Intro and credits, when they were given.</param>
/// <param name="Priority">0 to 9; higher is sooner.</param>
/// <param name="UploadedAt">UTC.</param>
[EventType("media.asset.uploaded")]
public sealed record AssetUploaded(
    Guid AssetId, Guid TitleId, string Kind, string FileName, long Bytes, bool Protected, IReadOnlyList<Marker> Markers, int Priority, DateTimeOffset UploadedAt) : IEvent;
