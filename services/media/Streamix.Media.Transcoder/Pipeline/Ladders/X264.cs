using System.Globalization;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>
/// How x264 is driven: a constant quality under a cap. Unlike an average bitrate it needs no knowledge of the other chunks,
/// so a chunk looks the same whoever encodes it, and easy scenes cost little.
/// </summary>
internal static class X264
{
    public const int Crf = 23;

    /// <summary>Closed GOPs of one length, no key frames of its own choice, headers that do not depend on the content: chunks can be joined.</summary>
    public static string Options(VideoPlan rendition, int gopFrames, string preset, int threads) => string.Create(CultureInfo.InvariantCulture,
        $"-c:v libx264 -preset {preset} -profile:v high -pix_fmt yuv420p -crf {rendition.Crf} -maxrate {rendition.MaxBitrate} -bufsize {rendition.BufferBits} -g {gopFrames} -keyint_min {gopFrames} -sc_threshold 0 -threads {threads} -x264-params open-gop=0:stitchable=1 -color_primaries bt709 -color_trc bt709 -colorspace bt709 -color_range tv");
}
