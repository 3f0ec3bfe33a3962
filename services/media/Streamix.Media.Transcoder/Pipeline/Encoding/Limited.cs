using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>The limits of the long runs, by what there is to do.</summary>
internal static class Limited
{
    private const long Megabyte = 1024 * 1024;

    /// <summary>A slow processor does some two million pixels a second through the whole ladder; nothing honest takes as long.</summary>
    public static Limits Encode(PipelineOptions options, long frames, Rate rate, VideoSource video)
    {
        var pixels = (double)frames * Math.Max(video.CodedWidth * (long)video.CodedHeight, 100_000);
        var time = TimeSpan.FromSeconds(120 + pixels / 1_000_000);
        return new(time, time * 4, options.EncodeMegabytes * Megabyte, 64 * Megabyte + (long)(rate.SecondsOf(frames) * 8 * Megabyte));
    }

    public static Limits Sound(PipelineOptions options, double seconds) =>
        new(TimeSpan.FromSeconds(120 + seconds), TimeSpan.FromSeconds(240 + seconds), options.ProbeMegabytes * Megabyte, 16 * Megabyte + (long)(seconds * Megabyte));

    /// <summary>Copies and small pictures.</summary>
    public static Limits Light(PipelineOptions options, double seconds) =>
        new(TimeSpan.FromSeconds(120 + seconds), TimeSpan.FromSeconds(240 + seconds), options.EncodeMegabytes * Megabyte, 256 * Megabyte + (long)(seconds * 8 * Megabyte));
}
