namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>The picture of a source.</summary>
/// <param name="Stream">Index within the file.</param>
/// <param name="Codec">As ffprobe names it.</param>
/// <param name="CodedWidth">Pixels as stored.</param>
/// <param name="CodedHeight">Pixels as stored.</param>
/// <param name="Width">Square pixels after rotation, even.</param>
/// <param name="Height">Square pixels after rotation, even.</param>
/// <param name="PixelAspect">Width of a stored pixel over its height.</param>
/// <param name="Rotation">Degrees clockwise to show it upright: 0, 90, 180, 270.</param>
/// <param name="PixelFormat">As ffprobe names it.</param>
/// <param name="BitDepth">Bits per component.</param>
/// <param name="Dynamics">Null for standard dynamic range, otherwise <c>pq</c> or <c>hlg</c>.</param>
/// <param name="Colors">BT.601, BT.709 or BT.2020 matrix, as ffprobe names it; null when untold.</param>
/// <param name="FullRange">Luma from 0 to 255 instead of 16 to 235.</param>
/// <param name="Interlaced">Fields instead of frames.</param>
/// <param name="Timing">When its frames are shown.</param>
internal sealed record VideoSource(
    int Stream,
    string Codec,
    int CodedWidth,
    int CodedHeight,
    int Width,
    int Height,
    double PixelAspect,
    int Rotation,
    string PixelFormat,
    int BitDepth,
    string? Dynamics,
    string? Colors,
    bool FullRange,
    bool Interlaced,
    VideoTiming Timing);

/// <summary>When frames are shown.</summary>
/// <param name="Start">The first frame's time stamp in seconds, as stored.</param>
/// <param name="SourceFrames">Frames in the file.</param>
/// <param name="Variable">Whether they come unevenly.</param>
/// <param name="SourceRate">Frames per second on average.</param>
/// <param name="Rate">The constant rate of the renditions.</param>
/// <param name="Frames">Of each rendition.</param>
/// <param name="KeyFrames">Where decoding can start, in seconds after the first frame.</param>
/// <param name="Index">Whether the container knows where its key frames are, or seeking is a search.</param>
internal sealed record VideoTiming(
    double Start,
    long SourceFrames,
    bool Variable,
    double SourceRate,
    Rate Rate,
    long Frames,
    IReadOnlyList<double> KeyFrames,
    bool Index);
