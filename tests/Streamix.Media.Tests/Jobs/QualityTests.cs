using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder;
using Streamix.Media.Transcoder.Administration;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Tests.Jobs;

/// <summary>What was measured of renditions, as charts want it.</summary>
public sealed class QualityTests
{
    private static readonly DateTimeOffset Now = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Plan Plan = Plans.Plan(Plans.Probe(chunks: 3));

    [Fact]
    public void Of_EncodedChunks_IsTheirBitrateAndTheSamplesInThem()
    {
        var quality = RenditionQuality.Of(Plan, [Chunk(2, 25_000, 0.9), Chunk(0, 50_000, 0.98)], package: null);
        quality.Select(q => q.Rendition).ShouldBe(["180p", "1080p"]);
        var best = quality[^1];
        best.Windows.ShouldBe([new(0, 2, 200_000, 0.98), new(4, 2, 100_000, 0.9)]);
        (best.AverageBitrate, best.PeakBitrate, best.Ssim).ShouldBe((150_000, 200_000, 0.94));
    }

    [Fact]
    public void Of_AChunkWithoutASample_HasAWindowWithoutSimilarity()
    {
        var best = RenditionQuality.Of(Plan, [Chunk(0, 50_000, null), Chunk(1, 50_000, 0.97)], package: null)[^1];
        best.Windows.Select(w => w.Ssim).ShouldBe([null, 0.97]);
        best.Ssim.ShouldBe(0.97);
        RenditionQuality.Of(Plan, [Chunk(0, 50_000, null)], package: null)[^1].Ssim.ShouldBeNull();
    }

    [Fact]
    public void Of_APackage_TakesItsFigures()
    {
        var rendition = new VideoRendition("1080p", 1920, 1080, 25, 151_000, 260_000, "avc1.640028", "hd", 0.955);
        var package = new MediaPackage("v", "p/", 6, "master.m3u8", null, "manifest.mpd", null, [rendition], [], [], "poster.jpg", null, null, [], 1);
        var best = RenditionQuality.Of(Plan, [Chunk(0, 50_000, 0.98)], package)[^1];
        (best.AverageBitrate, best.PeakBitrate, best.Ssim).ShouldBe((151_000, 260_000, 0.955));
    }

    [Fact]
    public void Of_NothingEncoded_IsNothing() => RenditionQuality.Of(Plan, [], package: null).ShouldBeEmpty();

    private static TranscodeTask Chunk(int index, long bytes, double? ssim)
    {
        var task = new TranscodeTask(Guid.CreateVersion7(), TaskKind.Chunk, index, $"Chunk {index}", 2, Now);
        ChunkResult result = new(index, [.. Plan.Video.Select(v => new ChunkFile(v.Name, $"{index}-{v.Name}.mp4", bytes, Plans.FramesPerChunk, ssim))]);
        task.Complete(Json.Write(new WorkResult<ChunkResult>(result, [])), Now);
        return task;
    }
}
