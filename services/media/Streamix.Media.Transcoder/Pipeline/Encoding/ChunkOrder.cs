using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Encode one chunk.</summary>
/// <param name="File">The source.</param>
/// <param name="Plan">Of the source.</param>
/// <param name="Index">Which chunk of the plan.</param>
/// <param name="Folder">For the chunk's files; made when absent. All chunks may share one: names are unique.</param>
internal sealed record ChunkOrder(string File, Plan Plan, int Index, string Folder);

/// <summary>One chunk, whole.</summary>
/// <param name="Index">Which chunk of the plan.</param>
/// <param name="Files">One per rendition, from the lowest to the highest.</param>
internal sealed record ChunkResult(int Index, IReadOnlyList<ChunkFile> Files);

/// <summary>A chunk of one rendition.</summary>
/// <param name="Rendition">Its name in the plan.</param>
/// <param name="Name">Within the folder, unique within the title: it can be stored and fetched by that name.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Frames">Counted, not computed.</param>
/// <param name="Ssim">Against the source; null when the chunk has no sample.</param>
internal sealed record ChunkFile(string Rendition, string Name, long Bytes, long Frames, double? Ssim);
