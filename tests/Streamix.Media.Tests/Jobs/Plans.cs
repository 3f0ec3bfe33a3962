using Streamix.Media.Transcoder.Pipeline;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What a pipeline could have found and decided.</summary>
internal static class Plans
{
    public const int FramesPerChunk = 50;

    public static Probe Probe(int chunks, bool texts = false) => new(
        "mov,mp4", 1000, chunks * 2.0,
        new(0, "h264", 320, 180, 320, 180, 1, 0, "yuv420p", 8, null, null, false, false, new(0, chunks * FramesPerChunk, false, 25, new Rate(25, 1), chunks * FramesPerChunk, [0], true)),
        [new(1, "aac", 2, 48_000, "en", "main", true)],
        texts ? [new(2, "subrip", "en", "subtitles")] : [],
        [new("chapter", 0, 1, "One")],
        ["Made by a test."]);

    public static Plan Plan(Probe probe)
    {
        var chunks = (int)(probe.Video.Timing.Frames / FramesPerChunk);
        return new(
            probe, new(0.1, 1, [new(0, 1, 0.1)]),
            [new("180p", 320, 180, 23, 400_000, 800_000, "sd", "The source."), new("1080p", 1920, 1080, 23, 4_000_000, 8_000_000, "hd", "Pretends.")],
            FramesPerChunk, 2,
            [.. Enumerable.Range(0, chunks).Select(i => new ChunkPlan(i, i * FramesPerChunk, FramesPerChunk, i == 0 ? null : i * 2.0, null))],
            [new("en-stereo", 1, "en", 2, 128_000, "main", true, "The only one.")],
            ["It is a test."]);
    }
}
