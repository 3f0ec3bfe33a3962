using FFMpegCore;

namespace Streamix.Media.Transcoder.Pipeline.Probing;

/// <summary>Makes sense of what ffprobe tells of a picture.</summary>
internal static class VideoSources
{
    public static VideoSource Of(VideoStream stream, bool interlaced, VideoTiming timing, List<string> notes)
    {
        var aspect = PixelAspect(stream.SampleAspectRatio);
        var rotation = Upright(stream.Rotation);
        var (stored, lines) = (stream.Width ?? 0, stream.Height ?? 0);
        var (width, height) = Frame.Shown(stored, lines, aspect, rotation);
        var depth = Depth(stream.PixelFormat ?? "");
        var dynamics = stream.ColorTransfer switch { "smpte2084" => "pq", "arib-std-b67" => "hlg", _ => null };
        if (aspect != 1) notes.Add(FormattableString.Invariant($"Its pixels are not square ({aspect:0.###} wide); the renditions have square ones."));
        if (rotation != 0) notes.Add($"It is stored turned by {rotation} degrees; the renditions stand upright.");
        if (interlaced) notes.Add("It is interlaced; the renditions are progressive.");
        if (dynamics is not null) notes.Add($"It has high dynamic range ({dynamics.ToUpperInvariant()}); the renditions are tone-mapped to standard range, BT.709, 8 bits.");
        else if (depth > 8) notes.Add($"It has {depth} bits per component; the renditions have 8.");
        return new(
            stream.Index, stream.CodecName ?? "", stored, lines, width, height, aspect, rotation, stream.PixelFormat ?? "", depth,
            dynamics, stream.ColorSpace is { Length: > 0 } and not "unknown" ? stream.ColorSpace : null, stream.ColorRange == "pc", interlaced, timing);
    }

    private static double PixelAspect((int Width, int Height) ratio) =>
        ratio is { Width: > 0, Height: > 0 } && (double)ratio.Width / ratio.Height is > 0.1 and < 10 and var aspect && Math.Abs(aspect - 1) > 0.005 ? aspect : 1;

    /// <summary>The container tells the counter-clockwise turn of the picture; upright is the other way round.</summary>
    private static int Upright(int rotation) => (int)Math.Round(((-rotation % 360) + 360) % 360 / 90.0) * 90 % 360;

    private static int Depth(string format) =>
        format.Contains("16", StringComparison.Ordinal) ? 16
        : format.Contains("14", StringComparison.Ordinal) ? 14
        : format.Contains("p12", StringComparison.Ordinal) || format.Contains("x12", StringComparison.Ordinal) ? 12
        : format.Contains("p10", StringComparison.Ordinal) || format.Contains("x10", StringComparison.Ordinal) || format is "p010le" or "p010be" or "v210" ? 10
        : 8;
}
