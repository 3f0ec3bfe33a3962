using Streamix.Media.Contracts.Assets;
using Streamix.Media.Transcoder.Jobs;
using Streamix.Media.Transcoder.Pipeline.Encoding;
using Streamix.Media.Transcoder.Pipeline.Ladders;
using Streamix.Media.Transcoder.Storing;

namespace Streamix.Media.Transcoder.Administration;

/// <summary>What was measured of a rendition.</summary>
/// <param name="Rendition">As <c>1080p</c>.</param>
/// <param name="AverageBitrate">Bits per second: of the package, before that of what is encoded.</param>
/// <param name="PeakBitrate">Bits per second: of the package's segments, before that of the windows.</param>
/// <param name="Ssim">Structural similarity to the source, 0 to 1, over the samples; null while none is measured.</param>
/// <param name="Windows">One for each stretch that is encoded, in the order of the title.</param>
internal sealed record RenditionQuality(string Rendition, long AverageBitrate, long PeakBitrate, double? Ssim, IReadOnlyList<QualityWindow> Windows)
{
    /// <summary>Lowest first; renditions of which nothing is encoded are left out.</summary>
    public static IReadOnlyList<RenditionQuality> Of(Plan plan, IEnumerable<TranscodeTask> tasks, MediaPackage? package)
    {
        var results = tasks.Where(t => t is { Kind: TaskKind.Chunk, Result: not null })
            .Select(t => Json.Read<WorkResult<ChunkResult>>(t.Result!).Value).OrderBy(c => c.Index).ToList();
        return [.. plan.Video.Select(v => Of(v.Name, plan, results, package?.Video.FirstOrDefault(p => p.Name == v.Name))).OfType<RenditionQuality>()];
    }

    private static RenditionQuality? Of(string name, Plan plan, List<ChunkResult> results, VideoRendition? packaged)
    {
        var parts = results.Select(c => (plan.Chunks[c.Index].FirstFrame, File: c.Files.FirstOrDefault(f => f.Rendition == name)!)).Where(p => p.File is not null).ToList();
        if (parts.Count == 0)
            return null;
        var rate = plan.Probe.Video.Timing.Rate;
        List<QualityWindow> windows = [.. parts.Select(p =>
            new QualityWindow(Math.Round(rate.SecondsOf(p.FirstFrame), 3), Math.Round(rate.SecondsOf(p.File.Frames), 3), BitrateOf(p.File.Bytes, rate.SecondsOf(p.File.Frames)), p.File.Ssim))];
        var measured = parts.Where(p => p.File.Ssim is not null).Select(p => p.File.Ssim!.Value).ToList();
        return new(
            name,
            packaged?.Bitrate ?? BitrateOf(parts.Sum(p => p.File.Bytes), rate.SecondsOf(parts.Sum(p => p.File.Frames))),
            packaged?.PeakBitrate ?? windows.Max(w => w.Bitrate),
            packaged?.Ssim ?? (measured.Count > 0 ? Math.Round(measured.Average(), 5) : null),
            windows);
    }

    private static long BitrateOf(long bytes, double seconds) => seconds > 0 ? (long)Math.Round(bytes * 8 / seconds) : 0;
}

/// <summary>A stretch of a rendition.</summary>
/// <param name="At">Seconds from the start of the title.</param>
/// <param name="Seconds">How long.</param>
/// <param name="Bitrate">Bits per second.</param>
/// <param name="Ssim">Of the sample in it; null when it has none: at most three stretches of a title are sampled.</param>
internal sealed record QualityWindow(double At, double Seconds, long Bitrate, double? Ssim);
