using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Encoding;

/// <summary>The filters between a source and an encoder.</summary>
internal static class Filters
{
    private const string ToneMap =
        "zscale=t=linear:npl=100,format=gbrpf32le,zscale=p=bt709,tonemap=tonemap=hable:desat=0,zscale=t=bt709:m=bt709:r=tv,format=yuv420p";

    private const string Narrow = "zscale=p=bt709:t=bt709:m=bt709:r=tv:d=error_diffusion,format=yuv420p";

    /// <summary>A stretch of the picture: on the grid of the constant rate, exactly <paramref name="frames"/> long, progressive, in BT.709 with 8 bits.</summary>
    public static string Source(VideoSource video, long first, long frames)
    {
        var timing = video.Timing;
        string[] steps =
        [
            "settb=AVTB",
            $"setpts=PTS-{(long)Math.Round(timing.Start * 1_000_000)}",
            video.Interlaced ? "bwdif=mode=send_frame" : "",
            // Between the last frame's begin and the end of the stream there may be a frame or two to repeat.
            "tpad=stop_mode=clone:stop_duration=0.25",
            $"fps=fps={timing.Rate}:start_time={Seconds.Write(timing.Rate.SecondsOf(first))}:round=near",
            $"trim=end_frame={frames}",
            "setpts=PTS-STARTPTS",
            Colors(video),
        ];
        return $"[0:{video.Stream}]{string.Join(',', steps.Where(step => step.Length > 0))}";
    }

    public static string Size(int width, int height) => $"scale={width}:{height}:flags=bicubic,setsar=1";

    private static string Colors(VideoSource video)
    {
        if (video.Dynamics is not null) return $"{Tagged(video)}{ToneMap}";
        if (video.Colors is "bt2020nc" or "bt2020c") return $"{Tagged(video)}{Narrow}";
        var matrix = video.Colors is "bt709" || (video.Colors is null && video.Height > 576) ? "bt709" : "bt601";
        var range = video.FullRange ? "pc" : "tv";
        return matrix == "bt709" && !video.FullRange ? "format=yuv420p" : $"scale=in_color_matrix={matrix}:out_color_matrix=bt709:in_range={range}:out_range=tv,format=yuv420p";
    }

    /// <summary>What the container says, where the stream itself says nothing.</summary>
    private static string Tagged(VideoSource video) =>
        $"setparams=color_primaries=bt2020:color_trc={(video.Dynamics switch { "pq" => "smpte2084", "hlg" => "arib-std-b67", _ => "bt2020-10" })}:colorspace=bt2020nc,";
}
