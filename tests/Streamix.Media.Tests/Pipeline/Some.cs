using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Pipeline;

/// <summary>Plain records to start a test from.</summary>
internal static class Some
{
    public static VideoSource Video(int width, int height, Rate? rate = null) => new(
        0, "h264", width, height, width, height, 1, 0, "yuv420p", 8, null, null, false, false, Timing(rate ?? new Rate(25, 1), 1000));

    public static VideoTiming Timing(Rate rate, long frames, double keyEvery = 4, bool index = true) => new(
        0, frames, false, rate.Value, rate, frames, [.. Enumerable.Range(0, 1 + (int)(rate.SecondsOf(frames) / keyEvery)).Select(i => i * keyEvery)], index);

    public static Complexity Complexity(double factor) => new(0.1, factor, []);

    public static Probe Probe(VideoTiming timing, params AudioSource[] audio) => new(
        "matroska,webm", 1000, timing.Rate.SecondsOf(timing.Frames), Video(640, 360) with { Timing = timing }, audio, [], [], []);
}
