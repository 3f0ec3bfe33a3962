using Microsoft.Extensions.Options;
using Streamix.Media.Transcoder.Pipeline.Probing;

namespace Streamix.Media.Transcoder.Pipeline.Ladders;

/// <summary>Decides how a source is encoded, and says why.</summary>
internal sealed class Planner(ComplexityMeter meter, IOptions<PipelineOptions> options)
{
    private const double SegmentSeconds = 4;

    public async Task<Plan> PlanAsync(string file, Probe probe, CancellationToken cancellationToken) =>
        Plan(probe, await meter.MeasureAsync(file, probe.Video, cancellationToken), options.Value.Chunk);

    public static Plan Plan(Probe probe, Complexity complexity, TimeSpan chunk)
    {
        var reasons = new List<string>(probe.Notes);
        var (timing, gop) = (probe.Video.Timing, ChunkRules.GopFrames(probe.Video.Timing.Rate));
        reasons.Add(FormattableString.Invariant($"Samples take {complexity.BitsPerPixel:0.###} bits per pixel at quality {X264.Crf}: bitrates are {complexity.Factor:0.##} of the standard ladder's."));
        var video = LadderRules.Choose(probe.Video, complexity, reasons);
        reasons.Add("Constant quality under a cap (capped CRF): chunks look alike whoever encodes them, and easy scenes cost little.");
        var chunks = ChunkRules.Cut(timing, gop, chunk);
        reasons.Add(FormattableString.Invariant($"{chunks.Count} chunk(s) of whole GOPs of {gop} frames, cut behind key frames of the source."));
        var gops = Math.Max(1, (int)Math.Round(SegmentSeconds / timing.Rate.SecondsOf(gop)));
        return new(probe, complexity, video, gop, timing.Rate.SecondsOf(gop * gops), chunks, AudioRules.Choose(probe.Audio), reasons);
    }
}
