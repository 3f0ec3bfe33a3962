using Streamix.Media.Transcoder.Pipeline.Probing;
using Streamix.Media.Transcoder.Pipeline.Sandbox;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>Sources as inputs of ffmpeg.</summary>
internal static class Sources
{
    /// <summary>Time stamps stay as stored, and decoding starts at the key frame at or before <paramref name="seek"/>: the filters drop what is too early.</summary>
    public static ToolInput From(string file, VideoSource video, double? seek, int threads)
    {
        var from = seek is { } seconds ? $"-noaccurate_seek -seek_timestamp 1 -ss {Seconds.Write(video.Timing.Start + seconds)}" : "";
        return ToolInput.Source(file, $"-copyts -threads {threads} -an -sn -dn {from}");
    }
}
