using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;

namespace Streamix.Media.Transcoder.Pipeline.Extras;

/// <summary>Make poster, sprites and preview.</summary>
/// <param name="Plan">Of the source.</param>
/// <param name="Chunks">All of them.</param>
/// <param name="Folder">Where the chunks' files are.</param>
/// <param name="Output">The package's folder, as for <see cref="Packaging.PackageOrder"/>.</param>
internal sealed record ExtrasOrder(Plan Plan, IReadOnlyList<ChunkResult> Chunks, string Folder, string Output);

/// <summary>Paths relative to the package's folder.</summary>
/// <param name="Poster">A JPEG frame.</param>
/// <param name="Thumbnails">A WebVTT map of the sprites; null for titles shorter than two of them.</param>
/// <param name="Preview">A silent MP4; null for titles shorter than twice its length.</param>
internal sealed record ExtrasResult(string Poster, string? Thumbnails, string? Preview);
