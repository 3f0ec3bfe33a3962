using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Texts;

namespace Streamix.Media.Transcoder.Pipeline.Packaging;

/// <summary>Join the chunks and write segments and manifests.</summary>
/// <param name="Plan">Of the source.</param>
/// <param name="Chunks">All of them.</param>
/// <param name="Audio">All of them.</param>
/// <param name="Texts">May be empty.</param>
/// <param name="Folder">Where the files of the results above are; the joined renditions are made there, too.</param>
/// <param name="Output">The package's folder: all of it is to be stored. Files of other steps in it are left alone.</param>
/// <param name="Protection">Null for a clear package.</param>
internal sealed record PackageOrder(
    Plan Plan,
    IReadOnlyList<ChunkResult> Chunks,
    IReadOnlyList<AudioResult> Audio,
    IReadOnlyList<TextResult> Texts,
    string Folder,
    string Output,
    Protection? Protection);

/// <summary>What was packaged; paths relative to the package's folder, figures measured.</summary>
/// <param name="Duration">Exact, in seconds.</param>
/// <param name="Hls">The multivariant playlist.</param>
/// <param name="HlsClearKey">The same with <c>KEYFORMAT="org.w3.clearkey"</c>; null for clear packages.</param>
/// <param name="Dash">The MPD.</param>
/// <param name="Video">From the lowest to the highest.</param>
/// <param name="Audio">One per track.</param>
/// <param name="Texts">One per track.</param>
/// <param name="Bytes">Of everything in the package's folder.</param>
internal sealed record PackageResult(
    double Duration,
    string Hls,
    string? HlsClearKey,
    string Dash,
    IReadOnlyList<VideoRendition> Video,
    IReadOnlyList<AudioTrack> Audio,
    IReadOnlyList<TextTrack> Texts,
    long Bytes);
